<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AddReport</name>
    <message>
        <source>Added a job</source>
        <translation>Ein Auftrag hinzugefügt</translation>
    </message>
    <message numerus="yes">
        <source>Added %n jobs</source>
        <translation>
            <numerusform>%n Auftrag hinzugefügt</numerusform>
            <numerusform>%n Aufträge hinzugefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>Not added, as they are no images: %1. Add files… takes them whatever their names.</source>
        <translation>Nicht hinzugefügt, da es keine Bilder sind: %1. „Dateien hinzufügen…“ nimmt sie unabhängig von ihrem Namen.</translation>
    </message>
    <message>
        <source>Not there any more: %1.</source>
        <translation>Nicht mehr vorhanden: %1.</translation>
    </message>
    <message>
        <source>Not added, as an image of the same name goes to the same folder: %1. Add them with another destination.</source>
        <translation>Nicht hinzugefügt, da ein Bild gleichen Namens in denselben Ordner geht: %1. Fügen Sie sie mit einem anderen Ziel hinzu.</translation>
    </message>
    <message>
        <source>No images were found there.</source>
        <translation>Dort wurden keine Bilder gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deed</name>
    <message>
        <source>&amp;Add files…</source>
        <translation>&amp;Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Add images to convert</source>
        <translation>Bilder zum Umwandeln hinzufügen</translation>
    </message>
    <message>
        <source>Choose &quot;This computer&quot; to add images</source>
        <translation>„Dieser Computer“ wählen, um Bilder hinzuzufügen</translation>
    </message>
    <message>
        <source>Add &amp;folder…</source>
        <translation>&amp;Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Add all images below a folder</source>
        <translation>Alle Bilder unterhalb eines Ordners hinzufügen</translation>
    </message>
    <message>
        <source>Add from &amp;bucket…</source>
        <translation>A&amp;us Bucket hinzufügen…</translation>
    </message>
    <message>
        <source>Add images of a bucket</source>
        <translation>Bilder eines Buckets hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Paste files</source>
        <translation>Dateien e&amp;infügen</translation>
    </message>
    <message>
        <source>Add the files and paths on the clipboard</source>
        <translation>Dateien und Pfade aus der Zwischenablage hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Change how CreateZoom works</source>
        <translation>Ändern, wie CreateZoom arbeitet</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close CreateZoom</source>
        <translation>CreateZoom schließen</translation>
    </message>
    <message>
        <source>&amp;Copy names and paths</source>
        <translation>&amp;Namen und Pfade kopieren</translation>
    </message>
    <message>
        <source>Copy names and paths of the selected jobs</source>
        <translation>Namen und Pfade der ausgewählten Aufträge kopieren</translation>
    </message>
    <message>
        <source>Select a job to copy its name</source>
        <translation>Wählen Sie einen Auftrag aus, um seinen Namen zu kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;report</source>
        <translation>&amp;Bericht kopieren</translation>
    </message>
    <message>
        <source>Copy all that is known of the selected jobs, without secrets</source>
        <translation>Alles kopieren, was über die ausgewählten Aufträge bekannt ist, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>Select a job to copy its report</source>
        <translation>Wählen Sie einen Auftrag aus, um seinen Bericht zu kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Alle &amp;auswählen</translation>
    </message>
    <message>
        <source>Select all jobs that are shown</source>
        <translation>Alle angezeigten Aufträge auswählen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>Search name, path, id</source>
        <translation>Name, Pfad, ID suchen</translation>
    </message>
    <message>
        <source>&amp;Pause queue</source>
        <translation>Warteschlange &amp;pausieren</translation>
    </message>
    <message>
        <source>Begin no more jobs; those that run go on</source>
        <translation>Keine weiteren Aufträge beginnen; laufende gehen weiter</translation>
    </message>
    <message>
        <source>Pause &amp;now</source>
        <translation>S&amp;ofort pausieren</translation>
    </message>
    <message>
        <source>Begin no more jobs, and pause those that run</source>
        <translation>Keine weiteren Aufträge beginnen und die laufenden pausieren</translation>
    </message>
    <message>
        <source>Retry all &amp;failed</source>
        <translation>Alle &amp;fehlgeschlagenen wiederholen</translation>
    </message>
    <message>
        <source>Run all failed jobs again</source>
        <translation>Alle fehlgeschlagenen Aufträge erneut ausführen</translation>
    </message>
    <message>
        <source>No job has failed</source>
        <translation>Kein Auftrag ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>&amp;Clear finished</source>
        <translation>&amp;Beendete entfernen</translation>
    </message>
    <message>
        <source>Remove done, cancelled and skipped jobs from the list; images and archives stay</source>
        <translation>Fertige, abgebrochene und übersprungene Aufträge aus der Liste entfernen; Bilder und Archive bleiben</translation>
    </message>
    <message>
        <source>No job has finished</source>
        <translation>Kein Auftrag ist beendet</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansehen</translation>
    </message>
    <message>
        <source>Look at the picture, while it is being made too</source>
        <translation>Das Bild ansehen, auch während es entsteht</translation>
    </message>
    <message>
        <source>Select a job that is done or running to view it</source>
        <translation>Wählen Sie einen fertigen oder laufenden Auftrag aus, um ihn anzusehen</translation>
    </message>
    <message>
        <source>Open &amp;output folder</source>
        <translation>Aus&amp;gabeordner öffnen</translation>
    </message>
    <message>
        <source>Show the folder of the archive</source>
        <translation>Den Ordner des Archivs anzeigen</translation>
    </message>
    <message>
        <source>Select a finished job with an archive on this computer</source>
        <translation>Wählen Sie einen fertigen Auftrag mit einem Archiv auf diesem Computer aus</translation>
    </message>
    <message>
        <source>Open &amp;source folder</source>
        <translation>&amp;Quellordner öffnen</translation>
    </message>
    <message>
        <source>Show the folder of the image</source>
        <translation>Den Ordner des Bildes anzeigen</translation>
    </message>
    <message>
        <source>Select a job with an image on this computer</source>
        <translation>Wählen Sie einen Auftrag mit einem Bild auf diesem Computer aus</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>Pause the selected jobs. Downloads and uploads stop at once, a pyramid is finished first</source>
        <translation>Die ausgewählten Aufträge pausieren. Down- und Uploads halten sofort an, eine Pyramide wird zuerst fertiggestellt</translation>
    </message>
    <message>
        <source>Select a waiting or running job to pause</source>
        <translation>Wählen Sie einen wartenden oder laufenden Auftrag zum Pausieren aus</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Go on with the selected jobs</source>
        <translation>Mit den ausgewählten Aufträgen fortfahren</translation>
    </message>
    <message>
        <source>Select a paused job to resume</source>
        <translation>Wählen Sie einen pausierten Auftrag zum Fortsetzen aus</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>Stop the selected jobs</source>
        <translation>Die ausgewählten Aufträge abbrechen</translation>
    </message>
    <message>
        <source>Select a waiting or running job to cancel</source>
        <translation>Wählen Sie einen wartenden oder laufenden Auftrag zum Abbrechen aus</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Run the selected jobs again</source>
        <translation>Die ausgewählten Aufträge erneut ausführen</translation>
    </message>
    <message>
        <source>Select a failed or cancelled job to retry</source>
        <translation>Wählen Sie einen fehlgeschlagenen oder abgebrochenen Auftrag zum Wiederholen aus</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected jobs from the list; images and archives stay</source>
        <translation>Die ausgewählten Aufträge aus der Liste entfernen; Bilder und Archive bleiben</translation>
    </message>
    <message>
        <source>Select a job that has ended to remove it from the list</source>
        <translation>Wählen Sie einen beendeten Auftrag aus, um ihn aus der Liste zu entfernen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Begin the selected jobs earlier</source>
        <translation>Die ausgewählten Aufträge früher beginnen</translation>
    </message>
    <message>
        <source>Select a waiting job to move it</source>
        <translation>Wählen Sie einen wartenden Auftrag aus, um ihn zu verschieben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Begin the selected jobs later</source>
        <translation>Die ausgewählten Aufträge später beginnen</translation>
    </message>
    <message>
        <source>Move to &amp;top</source>
        <translation>An den A&amp;nfang</translation>
    </message>
    <message>
        <source>Begin the selected jobs next</source>
        <translation>Die ausgewählten Aufträge als Nächstes beginnen</translation>
    </message>
    <message>
        <source>Move to &amp;bottom</source>
        <translation>Ans En&amp;de</translation>
    </message>
    <message>
        <source>Begin the selected jobs last</source>
        <translation>Die ausgewählten Aufträge zuletzt beginnen</translation>
    </message>
    <message>
        <source>&amp;Options…</source>
        <translation>Op&amp;tionen…</translation>
    </message>
    <message>
        <source>See or change how the selected jobs are converted</source>
        <translation>Ansehen oder ändern, wie die ausgewählten Aufträge umgewandelt werden</translation>
    </message>
    <message>
        <source>Select a job to see its options</source>
        <translation>Wählen Sie einen Auftrag aus, um seine Optionen zu sehen</translation>
    </message>
    <message>
        <source>&amp;Filters</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Show or hide the filters</source>
        <translation>Filter ein- oder ausblenden</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>Show or hide the details of the selected job</source>
        <translation>Details des ausgewählten Auftrags ein- oder ausblenden</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>Show the picture of the selected job, or its overview again</source>
        <translation>Das Bild des ausgewählten Auftrags zeigen, oder wieder seinen Überblick</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>Show the log of the selected job</source>
        <translation>Das Protokoll des ausgewählten Auftrags anzeigen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Ask for the state of queue and disk now, and sort anew</source>
        <translation>Status von Warteschlange und Datenträger jetzt abfragen und neu sortieren</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>Go to the next part of the window</source>
        <translation>Zum nächsten Teil des Fensters gehen</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>V&amp;orheriger Bereich</translation>
    </message>
    <message>
        <source>Go to the previous part of the window</source>
        <translation>Zum vorherigen Teil des Fensters gehen</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>Use the whole screen, or a window again</source>
        <translation>Den ganzen Bildschirm nutzen, oder wieder ein Fenster</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkombinationen</translation>
    </message>
    <message>
        <source>List all keys</source>
        <translation>Alle Tasten auflisten</translation>
    </message>
    <message>
        <source>&amp;About CreateZoom</source>
        <translation>Ü&amp;ber CreateZoom</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Open output</source>
        <translation>Ausgabe öffnen</translation>
    </message>
    <message>
        <source>&amp;Comfortable rows</source>
        <translation>Hohe &amp;Zeilen</translation>
    </message>
    <message>
        <source>Taller rows with a picture of each job</source>
        <translation>Höhere Zeilen mit einem Bild jedes Auftrags</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Retry the job if this was not meant.</source>
        <translation>Wiederholen Sie den Auftrag, falls dies nicht beabsichtigt war.</translation>
    </message>
    <message>
        <source>wrong use</source>
        <translation>falsche Eingabe</translation>
    </message>
    <message>
        <source>Check what was entered.</source>
        <translation>Prüfen Sie die Eingaben.</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>nicht angenommen</translation>
    </message>
    <message>
        <source>A name or an option is not allowed.</source>
        <translation>Ein Name oder eine Option ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>Rename the file or change the option, then add it again.</source>
        <translation>Benennen Sie die Datei um oder ändern Sie die Option und fügen Sie sie erneut hinzu.</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>It may have been moved, renamed or deleted since it was added.</source>
        <translation>Vielleicht wurde die Datei seit dem Hinzufügen verschoben, umbenannt oder gelöscht.</translation>
    </message>
    <message>
        <source>Put it back and retry, or remove the job and add it from its new place.</source>
        <translation>Legen Sie sie zurück und wiederholen Sie den Auftrag, oder entfernen Sie ihn und fügen Sie sie vom neuen Ort hinzu.</translation>
    </message>
    <message>
        <source>needs sign-in</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>The bucket did not accept the token.</source>
        <translation>Der Bucket hat das Token nicht angenommen.</translation>
    </message>
    <message>
        <source>Sign in again and send the job with a new token.</source>
        <translation>Melden Sie sich erneut an und senden Sie den Auftrag mit einem neuen Token.</translation>
    </message>
    <message>
        <source>sign-in expired</source>
        <translation>Token abgelaufen</translation>
    </message>
    <message>
        <source>A token holds for a limited time only, and is erased when its job ends.</source>
        <translation>Ein Token gilt nur begrenzte Zeit und wird gelöscht, wenn sein Auftrag endet.</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>You may not read the source or not write to the destination.</source>
        <translation>Sie dürfen die Quelle nicht lesen oder nicht in das Ziel schreiben.</translation>
    </message>
    <message>
        <source>Ask its owner for the right, or choose another destination.</source>
        <translation>Bitten Sie den Eigentümer um die Berechtigung oder wählen Sie ein anderes Ziel.</translation>
    </message>
    <message>
        <source>output exists</source>
        <translation>Ausgabe vorhanden</translation>
    </message>
    <message>
        <source>There is a file of that name, or another job makes it, and it may not be replaced.</source>
        <translation>Es gibt bereits eine Datei dieses Namens, oder ein anderer Auftrag erzeugt sie, und sie darf nicht ersetzt werden.</translation>
    </message>
    <message>
        <source>Move it away or choose another destination, then retry.</source>
        <translation>Verschieben Sie sie oder wählen Sie ein anderes Ziel, dann wiederholen.</translation>
    </message>
    <message>
        <source>not an image</source>
        <translation>kein Bild</translation>
    </message>
    <message>
        <source>The file holds something else, whatever its name says.</source>
        <translation>Die Datei enthält etwas anderes, als ihr Name sagt.</translation>
    </message>
    <message>
        <source>Open it in the program that made it and export a TIFF.</source>
        <translation>Öffnen Sie sie in dem Programm, das sie erstellt hat, und exportieren Sie ein TIFF.</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>The file is cut off or broken, often by a copy that did not finish.</source>
        <translation>Die Datei ist abgeschnitten oder defekt, oft durch einen unvollständigen Kopiervorgang.</translation>
    </message>
    <message>
        <source>Copy it again from where it came, then retry.</source>
        <translation>Kopieren Sie sie erneut vom Ursprungsort, dann wiederholen.</translation>
    </message>
    <message>
        <source>format not supported</source>
        <translation>Format nicht lesbar</translation>
    </message>
    <message>
        <source>Export it as TIFF or OME-TIFF, then add that file.</source>
        <translation>Exportieren Sie sie als TIFF oder OME-TIFF und fügen Sie diese Datei hinzu.</translation>
    </message>
    <message>
        <source>over a limit</source>
        <translation>über einer Grenze</translation>
    </message>
    <message>
        <source>The image is larger than the limits of this program allow.</source>
        <translation>Das Bild ist größer, als die Grenzen dieses Programms erlauben.</translation>
    </message>
    <message>
        <source>Export a smaller part of it.</source>
        <translation>Exportieren Sie einen kleineren Ausschnitt davon.</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>zu wenig Speicher</translation>
    </message>
    <message>
        <source>Some formats can only be read as a whole.</source>
        <translation>Manche Formate können nur als Ganzes gelesen werden.</translation>
    </message>
    <message>
        <source>Allow more memory in the settings, or export it as a tiled TIFF.</source>
        <translation>Erlauben Sie in den Einstellungen mehr Arbeitsspeicher oder exportieren Sie ein gekacheltes TIFF.</translation>
    </message>
    <message>
        <source>took too long</source>
        <translation>dauerte zu lange</translation>
    </message>
    <message>
        <source>The step did not end within its time limit.</source>
        <translation>Der Schritt endete nicht innerhalb seines Zeitlimits.</translation>
    </message>
    <message>
        <source>Retry when the disk and the network are less busy.</source>
        <translation>Wiederholen Sie den Auftrag, wenn Datenträger und Netzwerk weniger ausgelastet sind.</translation>
    </message>
    <message>
        <source>decoder crashed</source>
        <translation>Decoder abgestürzt</translation>
    </message>
    <message>
        <source>The file is probably damaged or of an unusual kind. No other job is affected.</source>
        <translation>Die Datei ist wahrscheinlich beschädigt oder von ungewöhnlicher Art. Kein anderer Auftrag ist betroffen.</translation>
    </message>
    <message>
        <source>Open it in another program and export a TIFF.</source>
        <translation>Öffnen Sie sie in einem anderen Programm und exportieren Sie ein TIFF.</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>Datenträger voll</translation>
    </message>
    <message>
        <source>There is not enough free space for the archive.</source>
        <translation>Es ist nicht genug Platz für das Archiv frei.</translation>
    </message>
    <message>
        <source>Free some space; the job goes on by itself.</source>
        <translation>Schaffen Sie Platz; der Auftrag läuft von selbst weiter.</translation>
    </message>
    <message>
        <source>file error</source>
        <translation>Dateifehler</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>Eine Datei konnte nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>Check the rights of its folder and that the disk is connected, then retry.</source>
        <translation>Prüfen Sie die Rechte des Ordners und ob der Datenträger verbunden ist, dann wiederholen.</translation>
    </message>
    <message>
        <source>network error</source>
        <translation>Netzwerkfehler</translation>
    </message>
    <message>
        <source>The connection was refused or lost.</source>
        <translation>Die Verbindung wurde abgelehnt oder ging verloren.</translation>
    </message>
    <message>
        <source>Check the connection, then retry.</source>
        <translation>Prüfen Sie die Verbindung, dann wiederholen.</translation>
    </message>
    <message>
        <source>server busy</source>
        <translation>Server ausgelastet</translation>
    </message>
    <message>
        <source>The server asks to come back later.</source>
        <translation>Der Server bittet, später wiederzukommen.</translation>
    </message>
    <message>
        <source>Retry in some minutes.</source>
        <translation>Wiederholen Sie den Auftrag in einigen Minuten.</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>The bucket&apos;s server has a problem of its own.</source>
        <translation>Der Server des Buckets hat selbst ein Problem.</translation>
    </message>
    <message>
        <source>changed on the way</source>
        <translation>unterwegs verändert</translation>
    </message>
    <message>
        <source>What arrived is not what was sent.</source>
        <translation>Was ankam, ist nicht, was gesendet wurde.</translation>
    </message>
    <message>
        <source>Retry; if it happens again, check disk and network.</source>
        <translation>Wiederholen Sie den Auftrag; tritt es erneut auf, prüfen Sie Datenträger und Netzwerk.</translation>
    </message>
    <message>
        <source>queue full</source>
        <translation>Warteschlange voll</translation>
    </message>
    <message>
        <source>As many jobs wait as are allowed.</source>
        <translation>Es warten so viele Aufträge, wie erlaubt sind.</translation>
    </message>
    <message>
        <source>Add the rest when some have finished.</source>
        <translation>Fügen Sie den Rest hinzu, wenn einige fertig sind.</translation>
    </message>
    <message>
        <source>store not available</source>
        <translation>Ablage unerreichbar</translation>
    </message>
    <message>
        <source>The store of jobs cannot be reached now.</source>
        <translation>Der Speicher der Aufträge ist derzeit nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check the disk of the data folder; nothing that was accepted is lost.</source>
        <translation>Prüfen Sie den Datenträger des Datenordners; nichts Angenommenes geht verloren.</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>jetzt nicht möglich</translation>
    </message>
    <message>
        <source>Wait until the job has ended.</source>
        <translation>Warten Sie, bis der Auftrag beendet ist.</translation>
    </message>
    <message>
        <source>internal error</source>
        <translation>interner Fehler</translation>
    </message>
    <message>
        <source>This is a defect of CreateZoom.</source>
        <translation>Dies ist ein Fehler in CreateZoom.</translation>
    </message>
    <message>
        <source>Please report it with the technical details.</source>
        <translation>Bitte melden Sie ihn mit den technischen Details.</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: „%2“</translation>
    </message>
    <message>
        <source>server stopping</source>
        <translation>Server hält an</translation>
    </message>
    <message>
        <source>The server is about to end and takes no new work.</source>
        <translation>Der Server wird gleich beendet und nimmt keine neue Arbeit an.</translation>
    </message>
    <message>
        <source>Try again when it has been started again.</source>
        <translation>Versuchen Sie es erneut, wenn er wieder gestartet ist.</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>nicht verstanden</translation>
    </message>
    <message>
        <source>The server expects another form of what was sent.</source>
        <translation>Der Server erwartet eine andere Form dessen, was gesendet wurde.</translation>
    </message>
    <message>
        <source>Use versions of the window and the server that match.</source>
        <translation>Verwenden Sie Fenster und Server in Versionen, die zueinander passen.</translation>
    </message>
</context>
<context>
    <name>JobColumns</name>
    <message>
        <source>own options</source>
        <translation>eigene Optionen</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Output size</source>
        <translation>Ausgabegröße</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Abmessungen</translation>
    </message>
    <message>
        <source>Levels / tiles</source>
        <translation>Ebenen / Kacheln</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Waiting time</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Failed attempts</source>
        <translation>Fehlversuche</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Submitted by</source>
        <translation>Eingereicht von</translation>
    </message>
    <message>
        <source>%1 Mpx/s</source>
        <translation>%1 Mpx/s</translation>
    </message>
    <message>
        <source>%1 MB/s</source>
        <translation>%1 MB/s</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>JobText</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Needs sign-in</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Skipped (exists)</source>
        <translation>Übersprungen (vorhanden)</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Pyramid</source>
        <translation>Pyramide</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Packen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Done with warnings</source>
        <translation>Fertig mit Warnungen</translation>
    </message>
    <message>
        <source>Retrying at %1</source>
        <translation>Neuer Versuch um %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, %2, step %3, %4</source>
        <translation>%1, %2, Schritt %3, %4</translation>
    </message>
    <message>
        <source>REST</source>
        <translation>REST</translation>
    </message>
    <message>
        <source>Watch folder</source>
        <translation>Überwachter Ordner</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>%1: %2, %3, pauses after this step</source>
        <translation>%1: %2, %3, pausiert nach diesem Schritt</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>state, note</comment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>As they are</source>
        <translation>Wie vorhanden</translation>
    </message>
    <message>
        <source>&amp;Format of the tiles</source>
        <translation>&amp;Format der Kacheln</translation>
    </message>
    <message>
        <source>JPEG is small; PNG keeps every colour exactly and is several times larger</source>
        <translation>JPEG ist klein; PNG erhält jede Farbe exakt und ist um ein Mehrfaches größer</translation>
    </message>
    <message>
        <source>JPEG &amp;quality</source>
        <translation>JPEG-&amp;Qualität</translation>
    </message>
    <message>
        <source>From 1 to 100; 75 is what readers expect</source>
        <translation>Von 1 bis 100; 75 ist üblich</translation>
    </message>
    <message>
        <source>&amp;Tile size</source>
        <translation>Ka&amp;chelgröße</translation>
    </message>
    <message>
        <source>Width and height of a tile, without what neighbours share</source>
        <translation>Breite und Höhe einer Kachel, ohne den mit Nachbarn geteilten Rand</translation>
    </message>
    <message>
        <source>O&amp;verlap</source>
        <translation>Ü&amp;berlappung</translation>
    </message>
    <message>
        <source>Pixels that neighbouring tiles share; at most half of the tile size</source>
        <translation>Pixel, die benachbarte Kacheln teilen; höchstens die halbe Kachelgröße</translation>
    </message>
    <message>
        <source>&amp;Whole slides</source>
        <translation>&amp;Whole-Slide-Bilder</translation>
    </message>
    <message>
        <source>Slides and TIFF files whose tiles are JPEG can keep them, byte for byte: no loss, their tile size, no overlap</source>
        <translation>Whole-Slide-Bilder und TIFF-Dateien mit JPEG-Kacheln können diese Byte für Byte behalten: kein Verlust, ihre Kachelgröße, keine Überlappung</translation>
    </message>
    <message>
        <source>Encode new tiles</source>
        <translation>Kacheln neu kodieren</translation>
    </message>
    <message>
        <source>Keep the slide&apos;s tiles (lossless)</source>
        <translation>Kacheln des Originals behalten (verlustfrei)</translation>
    </message>
    <message>
        <source>&amp;Coarser levels</source>
        <translation>&amp;Gröbere Ebenen</translation>
    </message>
    <message>
        <source>How four pixels become one; the average makes new colours, which segmentations must not have</source>
        <translation>Wie aus vier Pixeln eines wird; der Mittelwert erzeugt neue Farben, die Segmentierungen nicht haben dürfen</translation>
    </message>
    <message>
        <source>Average of the pixels</source>
        <translation>Mittelwert der Pixel</translation>
    </message>
    <message>
        <source>One of the pixels</source>
        <translation>Eines der Pixel</translation>
    </message>
    <message>
        <source>Most frequent colour</source>
        <translation>Häufigste Farbe</translation>
    </message>
    <message>
        <source>&amp;Black and white</source>
        <translation>Schwar&amp;z und Weiß</translation>
    </message>
    <message>
        <source>Which values become black and white, in images of more than 8 bits</source>
        <translation>Welche Werte schwarz und weiß werden, bei Bildern mit mehr als 8 Bit</translation>
    </message>
    <message>
        <source>C&amp;hannels</source>
        <translation>&amp;Kanäle</translation>
    </message>
    <message>
        <source>Fluorescence: numbers of channels from 1, such as 1,2,3; empty: the picture as it is</source>
        <translation>Fluoreszenz: Nummern der Kanäle ab 1, etwa 1,2,3; leer: das Bild, wie es ist</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>S&amp;eite</translation>
    </message>
    <message>
        <source>Of files with several pages or levels, counted from 0</source>
        <translation>Bei Dateien mit mehreren Seiten oder Ebenen, ab 0 gezählt</translation>
    </message>
    <message>
        <source>The largest</source>
        <translation>Die größte</translation>
    </message>
    <message>
        <source>Back&amp;ground</source>
        <translation>Hinterg&amp;rund</translation>
    </message>
    <message>
        <source>The colour under transparent pixels</source>
        <translation>Die Farbe unter durchsichtigen Pixeln</translation>
    </message>
    <message>
        <source>&amp;Damaged images</source>
        <translation>Beschä&amp;digte Bilder</translation>
    </message>
    <message>
        <source>Where an image is cut off, the missing part can be left grey</source>
        <translation>Wo ein Bild abgeschnitten ist, kann der fehlende Teil grau bleiben</translation>
    </message>
    <message>
        <source>Report an error</source>
        <translation>Fehler melden</translation>
    </message>
    <message>
        <source>Convert what is there</source>
        <translation>Vorhandenes umwandeln</translation>
    </message>
    <message>
        <source>If the archive &amp;exists</source>
        <translation>Bei vor&amp;handenem Archiv</translation>
    </message>
    <message>
        <source>What to do when there is an archive of that name already</source>
        <translation>Was zu tun ist, wenn es schon ein Archiv dieses Namens gibt</translation>
    </message>
    <message>
        <source>Skip the image</source>
        <translation>Bild überspringen</translation>
    </message>
    <message>
        <source>Use another name</source>
        <translation>Anderen Namen verwenden</translation>
    </message>
    <message>
        <source>Replace the archive</source>
        <translation>Archiv ersetzen</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Standard (JPEG tiles)</source>
        <translation>Standard (JPEG-Kacheln)</translation>
    </message>
    <message>
        <source>Segmentation (exact colours)</source>
        <translation>Segmentierung (exakte Farben)</translation>
    </message>
</context>
<context>
    <name>QueueForecastText</name>
    <message>
        <source>about a minute</source>
        <translation>etwa 1 Minute</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation>etwa %1 h</translation>
    </message>
    <message>
        <source>about %1 h %2 min</source>
        <translation>etwa %1 h %2 min</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>%1 needs more memory than there is</source>
        <translation>%1 braucht mehr Arbeitsspeicher, als vorhanden ist</translation>
    </message>
    <message>
        <source>There is no room for the temporary pixels of %1</source>
        <translation>Für die Zwischendaten von %1 ist kein Platz</translation>
    </message>
    <message>
        <source>%1 is of a kind that cannot be read here</source>
        <translation>%1 ist von einer Art, die hier nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>%1 is compressed in a way that cannot be read here</source>
        <translation>%1 ist auf eine Weise komprimiert, die hier nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>%1 is damaged or cut off</source>
        <translation>%1 ist beschädigt oder abgeschnitten</translation>
    </message>
    <message>
        <source>%1 is one of several files: %2</source>
        <translation>%1 ist eine von mehreren Dateien: %2</translation>
    </message>
    <message>
        <source>it needs the folder %1 beside it, with Slidedat.ini in it</source>
        <translation>daneben muss der Ordner %1 mit Slidedat.ini darin liegen</translation>
    </message>
    <message>
        <source>it needs its .opt and .jpg files beside it</source>
        <translation>daneben müssen die zugehörigen .opt- und .jpg-Dateien liegen</translation>
    </message>
    <message>
        <source>it needs its .opt and .l0 files beside it</source>
        <translation>daneben müssen die zugehörigen .opt- und .l0-Dateien liegen</translation>
    </message>
    <message>
        <source>its pixels lie in the folder _%1_, which cannot be read here: export it as TIFF or OME-TIFF</source>
        <translation>die Pixel liegen im Ordner _%1_, der hier nicht gelesen werden kann: als TIFF oder OME-TIFF exportieren</translation>
    </message>
    <message>
        <source>%1 cannot be opened</source>
        <translation>%1 lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 ist leer</translation>
    </message>
    <message>
        <source>%1 is %2, which cannot be read here: %3</source>
        <translation>%1 ist %2, die hier nicht gelesen werden kann: %3</translation>
    </message>
    <message>
        <source>a Zeiss CZI file</source>
        <translation>eine CZI-Datei von Zeiss</translation>
    </message>
    <message>
        <source>a Nikon ND2 file</source>
        <translation>eine ND2-Datei von Nikon</translation>
    </message>
    <message>
        <source>a Leica LIF file</source>
        <translation>eine LIF-Datei von Leica</translation>
    </message>
    <message>
        <source>an OLE file (OIB, ZVI or a document)</source>
        <translation>eine OLE-Datei (OIB, ZVI oder ein Dokument)</translation>
    </message>
    <message>
        <source>an HDF5 file (IMS, H5, NWB)</source>
        <translation>eine HDF5-Datei (IMS, H5, NWB)</translation>
    </message>
    <message>
        <source>a Photoshop file</source>
        <translation>eine Photoshop-Datei</translation>
    </message>
    <message>
        <source>a PDF file</source>
        <translation>eine PDF-Datei</translation>
    </message>
    <message>
        <source>a BMP file</source>
        <translation>eine BMP-Datei</translation>
    </message>
    <message>
        <source>a FITS file</source>
        <translation>eine FITS-Datei</translation>
    </message>
    <message>
        <source>a MATLAB file</source>
        <translation>eine MATLAB-Datei</translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation>eine SVG-Zeichnung</translation>
    </message>
    <message>
        <source>a NIfTI volume</source>
        <translation>eine NIfTI-Datei (Volumen)</translation>
    </message>
    <message>
        <source>a DICOM file</source>
        <translation>eine DICOM-Datei</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>eine ZIP-Datei</translation>
    </message>
    <message>
        <source>export it as TIFF or OME-TIFF</source>
        <translation>als TIFF oder OME-TIFF exportieren</translation>
    </message>
    <message>
        <source>save it as TIFF</source>
        <translation>als TIFF speichern</translation>
    </message>
    <message>
        <source>save its picture as PNG or TIFF</source>
        <translation>das Bild darin als PNG oder TIFF speichern</translation>
    </message>
    <message>
        <source>save it as PNG or TIFF</source>
        <translation>als PNG oder TIFF speichern</translation>
    </message>
    <message>
        <source>save it as PNG</source>
        <translation>als PNG speichern</translation>
    </message>
    <message>
        <source>export its sections as TIFF or PNG</source>
        <translation>die Schnitte als TIFF oder PNG exportieren</translation>
    </message>
    <message>
        <source>unpack it first</source>
        <translation>zuerst entpacken</translation>
    </message>
    <message>
        <source>%1 is not an image that can be read</source>
        <translation>%1 ist kein lesbares Bild</translation>
    </message>
    <message>
        <source>There is no file %1</source>
        <translation>Es gibt keine Datei %1</translation>
    </message>
    <message>
        <source>%1 is not a file</source>
        <translation>%1 ist keine Datei</translation>
    </message>
    <message>
        <source>%1 may not be read</source>
        <translation>%1 darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 has no channel %2: it has %3</source>
        <translation>%1 hat keinen Kanal %2: Anzahl der Kanäle: %3</translation>
    </message>
    <message>
        <source>%1 has no page %2: it has %3, counted from 0</source>
        <translation>%1 hat keine Seite %2: Anzahl der Seiten: %3, gezählt ab 0</translation>
    </message>
    <message>
        <source>overlap must be at most half the tile size</source>
        <translation>Die Überlappung darf höchstens die halbe Kachelgröße betragen</translation>
    </message>
    <message>
        <source>%1 holds complex numbers</source>
        <translation>%1 enthält komplexe Zahlen</translation>
    </message>
    <message>
        <source>%1 has %2 x %3 pixels; the limit is %4 pixels</source>
        <translation>%1 hat %2 x %3 Pixel; die Grenze liegt bei %4 Pixeln</translation>
    </message>
    <message>
        <source>%1 has %2 pages; the limit is %3 pages</source>
        <translation>%1 hat %2 Seiten; die Grenze liegt bei %3 Seiten</translation>
    </message>
    <message>
        <source>%1 has no JPEG tiles that could be kept as they are; convert it without --lossless</source>
        <translation>%1 hat keine JPEG-Kacheln, die sich unverändert behalten ließen; ohne „verlustfrei“ konvertieren</translation>
    </message>
    <message>
        <source>The channels of %1 differ in size</source>
        <translation>Die Kanäle von %1 sind verschieden groß</translation>
    </message>
    <message>
        <source>The pyramid&apos;s layout is not that of the image</source>
        <translation>Der Aufbau der Pyramide ist nicht der des Bildes</translation>
    </message>
    <message>
        <source>A JPEG encoder cannot be made</source>
        <translation>Ein JPEG-Kodierer lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>A tile cannot be encoded as JPEG</source>
        <translation>Eine Kachel lässt sich nicht als JPEG kodieren</translation>
    </message>
    <message>
        <source>A tile cannot be encoded as PNG</source>
        <translation>Eine Kachel lässt sich nicht als PNG kodieren</translation>
    </message>
    <message>
        <source>The tiles are larger than 4096 x 4096 pixels</source>
        <translation>Die Kacheln sind größer als 4096 x 4096 Pixel</translation>
    </message>
    <message>
        <source>A tile is damaged</source>
        <translation>Eine Kachel ist beschädigt</translation>
    </message>
    <message>
        <source>libvips cannot be started</source>
        <translation>libvips lässt sich nicht starten</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>channel 1 of %1</source>
        <translation>Kanal 1 von %1</translation>
    </message>
    <message>
        <source>channels 1 to 3 of %1</source>
        <translation>Kanäle 1 bis 3 von %1</translation>
    </message>
    <message>
        <source>the embedded colour profile cannot be used</source>
        <translation>das eingebettete Farbprofil ist nicht verwendbar</translation>
    </message>
    <message>
        <source>The archive is larger than 4 GiB: WebIlastik v1 cannot read it</source>
        <translation>Das Archiv ist größer als 4 GiB: WebIlastik v1 kann es nicht lesen</translation>
    </message>
    <message>
        <source>The archive is larger than 5 GiB: a bucket may refuse it</source>
        <translation>Das Archiv ist größer als 5 GiB: ein Bucket nimmt es vielleicht nicht an</translation>
    </message>
    <message>
        <source>The longer side is 128 pixels or less: a viewer will not find its icon</source>
        <translation>Die längere Seite hat höchstens 128 Pixel: ein Betrachter findet das Vorschaubild nicht</translation>
    </message>
    <message>
        <source>The disk is full: %1 cannot be written</source>
        <translation>Der Datenträger ist voll: %1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>%1 is larger than a file may be here</source>
        <translation>%1 ist größer, als eine Datei hier sein darf</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>The tiles of %1 cannot be written: %2</source>
        <translation>Die Kacheln von %1 können nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; cannot stand in an archive: it is empty, too long, or has a slash, backslash or control character</source>
        <translation>Der Name „%1“ kann nicht in einem Archiv stehen: Er ist leer, zu lang oder enthält Schrägstriche oder Steuerzeichen</translation>
    </message>
    <message>
        <source>The archive is damaged at %1</source>
        <translation>Das Archiv ist bei %1 beschädigt</translation>
    </message>
    <message>
        <source>The archive is damaged: %1</source>
        <translation>Das Archiv ist beschädigt: %1</translation>
    </message>
    <message>
        <source>The archive of %1 is not right: %2</source>
        <translation>Das Archiv von %1 ist nicht in Ordnung („%2“)</translation>
    </message>
    <message>
        <source>The .dzi descriptor is not valid: %1</source>
        <translation>Der .dzi-Deskriptor ist ungültig („%1“)</translation>
    </message>
    <message>
        <source>%1 is compressed inside the archive</source>
        <translation>%1 ist im Archiv komprimiert</translation>
    </message>
    <message>
        <source>%1 is larger than 256 MiB</source>
        <translation>%1 ist größer als 256 MiB</translation>
    </message>
    <message>
        <source>%1 is larger than 64 MiB</source>
        <translation>%1 ist größer als 64 MiB</translation>
    </message>
    <message>
        <source>The archive&apos;s directory is larger than 512 MiB</source>
        <translation>Das Verzeichnis des Archivs ist größer als 512 MiB</translation>
    </message>
    <message>
        <source>%1 is not a Deep Zoom archive</source>
        <translation>%1 ist kein Deep-Zoom-Archiv</translation>
    </message>
    <message>
        <source>The archive has no %1</source>
        <translation>Das Archiv enthält kein %1</translation>
    </message>
    <message>
        <source>The archive cannot be read</source>
        <translation>Das Archiv kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>There is no %1 yet</source>
        <translation>Noch gibt es kein %1</translation>
    </message>
    <message>
        <source>%1 has no tiles yet</source>
        <translation>%1 hat noch keine Kacheln</translation>
    </message>
    <message>
        <source>The small copy cannot be written</source>
        <translation>Die kleine Kopie kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The pyramid has too many tiles for a small picture</source>
        <translation>Die Pyramide hat zu viele Kacheln für ein Vorschaubild</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>A worker has no name</source>
        <translation>Ein Arbeiter hat keinen Namen</translation>
    </message>
    <message>
        <source>The other machine sent another part</source>
        <translation>Der andere Rechner hat einen anderen Teil gesendet</translation>
    </message>
    <message>
        <source>The file of the stage before arrived damaged</source>
        <translation>Die Datei des vorigen Schritts kam beschädigt an</translation>
    </message>
    <message>
        <source>The machine that has this job&apos;s pyramid is not there now</source>
        <translation>Der Rechner mit der Pyramide dieses Auftrags ist gerade nicht da</translation>
    </message>
    <message>
        <source>The machine that has the file of the stage before is gone</source>
        <translation>Der Rechner mit der Datei des vorigen Schritts ist fort</translation>
    </message>
    <message>
        <source>%1 exists already</source>
        <translation>%1 ist bereits vorhanden</translation>
    </message>
    <message>
        <source>%1 is a folder</source>
        <translation>%1 ist ein Ordner</translation>
    </message>
    <message>
        <source>%1 would replace its own source</source>
        <translation>%1 würde die eigene Quelle ersetzen</translation>
    </message>
    <message>
        <source>The program that converts images cannot be started</source>
        <translation>Das Programm, das Bilder konvertiert, lässt sich nicht starten</translation>
    </message>
    <message>
        <source>%1 needs more memory than a conversion may use: the limit is %2 MiB</source>
        <translation>%1 braucht mehr Arbeitsspeicher, als eine Konvertierung belegen darf: Die Grenze liegt bei %2 MiB</translation>
    </message>
    <message>
        <source>%1 needs more processor time than a conversion may use: the limit is %2 s</source>
        <translation>%1 braucht mehr Prozessorzeit, als eine Konvertierung verbrauchen darf: Die Grenze liegt bei %2 s</translation>
    </message>
    <message>
        <source>%1 takes longer than a conversion may: the limit is %2 s</source>
        <translation>%1 dauert länger, als eine Konvertierung dauern darf: Die Grenze liegt bei %2 s</translation>
    </message>
    <message>
        <source>%1 becomes a larger archive than a conversion may write: the limit is %2 MiB</source>
        <translation>%1 wird ein größeres Archiv, als eine Konvertierung schreiben darf: Die Grenze liegt bei %2 MiB</translation>
    </message>
    <message>
        <source>The disk has no room for the archive of %1</source>
        <translation>Auf dem Datenträger ist kein Platz für das Archiv von %1</translation>
    </message>
    <message>
        <source>The program that decodes images crashed on %1</source>
        <translation>Das Programm, das Bilder dekodiert, ist bei %1 abgestürzt</translation>
    </message>
    <message>
        <source>%1 workers died while they processed this image</source>
        <translation>%1 Worker sind gestorben, während sie dieses Bild verarbeiteten</translation>
    </message>
    <message>
        <source>The conversion of %1 ended without an answer</source>
        <translation>Die Konvertierung von %1 endete ohne Antwort</translation>
    </message>
    <message>
        <source>The server&apos;s disk has no room now for %1, which takes %2 MB with its archive</source>
        <translation>Auf dem Datenträger des Servers ist derzeit kein Platz für %1; mit Archiv sind es %2 MB</translation>
    </message>
    <message>
        <source>The disk has no room for the archive (%1 MB)</source>
        <translation>Auf dem Datenträger ist kein Platz für das Archiv (%1 MB)</translation>
    </message>
    <message>
        <source>The disk has no room for the file of the stage before (%1 MB)</source>
        <translation>Auf dem Datenträger ist kein Platz für die Datei des vorigen Schritts (%1 MB)</translation>
    </message>
    <message>
        <source>No work folder can be made on the server</source>
        <translation>Auf dem Server lässt sich kein Arbeitsordner anlegen</translation>
    </message>
    <message>
        <source>The server&apos;s work folder is on a disk that takes no writes now</source>
        <translation>Der Arbeitsordner des Servers liegt auf einem Datenträger, der gerade nichts schreiben lässt</translation>
    </message>
    <message>
        <source>The job&apos;s files keep vanishing from the server&apos;s work folder</source>
        <translation>Die Dateien des Auftrags verschwinden immer wieder aus dem Arbeitsordner des Servers</translation>
    </message>
    <message>
        <source>The file of the stage before is gone</source>
        <translation>Die Datei des vorigen Schritts ist verschwunden</translation>
    </message>
    <message>
        <source>%1 took longer than it may</source>
        <translation>%1 dauerte länger als erlaubt</translation>
    </message>
    <message>
        <source>%1 made no progress for %2 s and was ended</source>
        <translation>%1 kam %2 s lang nicht voran und wurde beendet</translation>
    </message>
    <message>
        <source>download</source>
        <translation>Der Download</translation>
    </message>
    <message>
        <source>process</source>
        <translation>Die Konvertierung</translation>
    </message>
    <message>
        <source>upload</source>
        <translation>Der Upload</translation>
    </message>
    <message>
        <source>This job left no archive</source>
        <translation>Dieser Auftrag hat kein Archiv hinterlassen</translation>
    </message>
    <message>
        <source>The pyramid of this job is not begun yet</source>
        <translation>Die Pyramide dieses Auftrags ist noch nicht begonnen</translation>
    </message>
    <message>
        <source>The first tiles of this job are not there yet</source>
        <translation>Die ersten Kacheln dieses Auftrags sind noch nicht da</translation>
    </message>
    <message>
        <source>%1 is no longer where it was written</source>
        <translation>%1 ist nicht mehr dort, wo es geschrieben wurde</translation>
    </message>
    <message>
        <source>No picture of this job was kept here</source>
        <translation>Von diesem Auftrag wurde hier kein Bild aufbewahrt</translation>
    </message>
    <message>
        <source>This job has no preview here</source>
        <translation>Dieser Auftrag hat hier keine Vorschau</translation>
    </message>
    <message>
        <source>%1 must be %2</source>
        <translation>%1 muss so sein: %2</translation>
    </message>
    <message>
        <source>There is no option named %1</source>
        <translation>Es gibt keine Option namens %1</translation>
    </message>
    <message>
        <source>preset must be one of: %1</source>
        <translation>Mögliche Vorgaben sind: %1</translation>
    </message>
    <message>
        <source>%1 must not contain control characters</source>
        <translation>%1 darf keine Steuerzeichen enthalten</translation>
    </message>
    <message>
        <source>%1 must not be longer than 1024 bytes</source>
        <translation>%1 darf nicht länger als 1024 Bytes sein</translation>
    </message>
    <message>
        <source>%1 must not contain &apos;.&apos; or &apos;..&apos; as a part of its path</source>
        <translation>%1 darf im Pfad kein „.“ oder „..“ enthalten</translation>
    </message>
    <message>
        <source>%1 must be &lt;bucket&gt;/&lt;object&gt;</source>
        <translation>%1 muss die Form &lt;Bucket&gt;/&lt;Objekt&gt; haben</translation>
    </message>
    <message>
        <source>%1 must be &lt;bucket&gt;/&lt;folder&gt;</source>
        <translation>%1 muss die Form &lt;Bucket&gt;/&lt;Ordner&gt; haben</translation>
    </message>
    <message>
        <source>%1 must end in a name without backslash of at most 250 bytes</source>
        <translation>%1 muss mit einem Namen ohne umgekehrten Schrägstrich von höchstens 250 Bytes enden</translation>
    </message>
    <message>
        <source>There is no such job</source>
        <translation>Diesen Auftrag gibt es nicht</translation>
    </message>
    <message>
        <source>The job&apos;s token was erased when it ended: send a new one</source>
        <translation>Das Token des Auftrags wurde an dessen Ende gelöscht: Senden Sie ein neues</translation>
    </message>
    <message>
        <source>A job can be run again once it has failed or was cancelled</source>
        <translation>Ein Auftrag kann erneut ausgeführt werden, wenn er fehlgeschlagen ist oder abgebrochen wurde</translation>
    </message>
    <message>
        <source>The token has expired at %1: sign in again</source>
        <translation>Das Token ist um %1 abgelaufen: Melden Sie sich erneut an</translation>
    </message>
    <message>
        <source>The stored token cannot be read with this server&apos;s keys</source>
        <translation>Das gespeicherte Token ist mit den Schlüsseln dieses Servers nicht lesbar</translation>
    </message>
    <message>
        <source>The job is %1: it cannot be %2 now</source>
        <translation>Der Auftrag ist %1: Er kann jetzt nicht %2 werden</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>am Warten</translation>
    </message>
    <message>
        <source>running</source>
        <translation>am Laufen</translation>
    </message>
    <message>
        <source>retry_wait</source>
        <translation>am Warten auf den nächsten Versuch</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>needs_token</source>
        <translation>ohne gültiges Token</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>am Anhalten</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>fortgesetzt</translation>
    </message>
    <message>
        <source>The job cannot be cancelled now</source>
        <translation>Der Auftrag kann jetzt nicht abgebrochen werden</translation>
    </message>
    <message>
        <source>Only a job that has ended can be removed</source>
        <translation>Nur ein beendeter Auftrag kann entfernt werden</translation>
    </message>
    <message>
        <source>Only a job that waits has a place in the queue</source>
        <translation>Nur ein wartender Auftrag hat einen Platz in der Warteschlange</translation>
    </message>
    <message>
        <source>The options of a job can be changed only before it begins</source>
        <translation>Die Optionen eines Auftrags lassen sich nur vor dessen Beginn ändern</translation>
    </message>
    <message>
        <source>The job store cannot be read or written</source>
        <translation>Der Auftragsspeicher kann nicht gelesen oder geschrieben werden</translation>
    </message>
    <message>
        <source>The job store is locked by another program</source>
        <translation>Der Auftragsspeicher ist von einem anderen Programm gesperrt</translation>
    </message>
    <message>
        <source>There is no memory left for the job store</source>
        <translation>Für den Auftragsspeicher ist kein Arbeitsspeicher mehr frei</translation>
    </message>
    <message>
        <source>The job store is read-only</source>
        <translation>Der Auftragsspeicher ist schreibgeschützt</translation>
    </message>
    <message>
        <source>The job store is damaged</source>
        <translation>Der Auftragsspeicher ist beschädigt</translation>
    </message>
    <message>
        <source>There is no space left for the job store</source>
        <translation>Für den Auftragsspeicher ist kein Platz mehr frei</translation>
    </message>
    <message>
        <source>The job store cannot be opened</source>
        <translation>Der Auftragsspeicher lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>The job store cannot be opened: %1</source>
        <translation>Der Auftragsspeicher lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>The job store holds this already</source>
        <translation>Der Auftragsspeicher enthält dies bereits</translation>
    </message>
    <message>
        <source>The job store is not a database</source>
        <translation>Der Auftragsspeicher ist keine Datenbank</translation>
    </message>
    <message>
        <source>The job store does not answer</source>
        <translation>Der Auftragsspeicher antwortet nicht</translation>
    </message>
    <message>
        <source>The job store holds a job that cannot be read</source>
        <translation>Der Auftragsspeicher enthält einen unlesbaren Auftrag</translation>
    </message>
    <message>
        <source>The job store is a database of another program</source>
        <translation>Der Auftragsspeicher ist die Datenbank eines anderen Programms</translation>
    </message>
    <message>
        <source>The job store cannot be copied before its upgrade: %1</source>
        <translation>Der Auftragsspeicher kann vor seiner Aktualisierung nicht kopiert werden: %1</translation>
    </message>
    <message>
        <source>A migration of the job store is missing</source>
        <translation>Ein Aktualisierungsschritt des Auftragsspeichers fehlt</translation>
    </message>
    <message>
        <source>Upgrade %1 of the job store</source>
        <translation>Aktualisierung %1 des Auftragsspeichers</translation>
    </message>
    <message>
        <source>The job store was written by a newer createzoom (schema %1, this one knows %2)</source>
        <translation>Der Auftragsspeicher stammt von einem neueren CreateZoom (Schema %1, dieses kennt %2)</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver</source>
        <translation>Der SQLite-Treiber von Qt</translation>
    </message>
    <message>
        <source>The data folder cannot be made</source>
        <translation>Der Datenordner lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>The data folder cannot be written: %1</source>
        <translation>In den Datenordner kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>The data folder is in use by another createzoom (process %1)</source>
        <translation>Der Datenordner wird von einem anderen CreateZoom benutzt (Prozess %1)</translation>
    </message>
    <message>
        <source>The data folder must be on a local disk, not on %1</source>
        <translation>Der Datenordner muss auf einem lokalen Datenträger liegen, nicht auf %1</translation>
    </message>
    <message>
        <source>The data folder must be on a local disk: the job store cannot share memory there</source>
        <translation>Der Datenordner muss auf einem lokalen Datenträger liegen: Der Auftragsspeicher kann dort keinen Speicher teilen</translation>
    </message>
    <message>
        <source>Token keys must be given as id:base64 of 32 bytes, separated by commas</source>
        <translation>Token-Schlüssel müssen als id:Base64 von 32 Bytes angegeben werden, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>The key file cannot be read: %1</source>
        <translation>Die Schlüsseldatei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The key file cannot be written: %1</source>
        <translation>Die Schlüsseldatei kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>%1 in bucket %2</source>
        <translation>%1 im Bucket %2</translation>
    </message>
    <message>
        <source>bucket %1</source>
        <translation>Bucket %1</translation>
    </message>
    <message>
        <source>Bucket %1 was not found</source>
        <translation>Bucket %1 wurde nicht gefunden</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a bucket</source>
        <translation>„%1“ ist kein Name eines Buckets</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of an object</source>
        <translation>„%1“ ist kein Name eines Objekts</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name that a folder can hold</source>
        <translation>„%1“ kann in keinem Ordner ein Name sein</translation>
    </message>
    <message>
        <source>its folder is not a folder of the bucket</source>
        <translation>der Ordner davon ist kein Ordner des Buckets</translation>
    </message>
    <message>
        <source>a folder has that name</source>
        <translation>ein Ordner heißt so</translation>
    </message>
    <message>
        <source>The folder of bucket %1 may not be %2</source>
        <translation>Der Ordner des Buckets %1 darf nicht %2 werden</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>written</source>
        <translation>beschrieben</translation>
    </message>
    <message>
        <source>it has no role there</source>
        <translation>es hat dort keine Rolle</translation>
    </message>
    <message>
        <source>its role there is %1</source>
        <translation>seine Rolle dort ist „%1“</translation>
    </message>
    <message>
        <source>A token is needed</source>
        <translation>Ein Token wird benötigt</translation>
    </message>
    <message>
        <source>A token is needed for bucket %1</source>
        <translation>Für Bucket %1 wird ein Token benötigt</translation>
    </message>
    <message>
        <source>The token has expired (needed for %1)</source>
        <translation>Das Token ist abgelaufen (benötigt für %1)</translation>
    </message>
    <message>
        <source>%1 could not be downloaded from bucket %2</source>
        <translation>%1 konnte nicht aus Bucket %2 heruntergeladen werden</translation>
    </message>
    <message>
        <source>%1 could not be uploaded to bucket %2</source>
        <translation>%1 konnte nicht in Bucket %2 hochgeladen werden</translation>
    </message>
    <message>
        <source>%1 could not be copied from bucket %2</source>
        <translation>%1 konnte nicht aus Bucket %2 kopiert werden</translation>
    </message>
    <message>
        <source>%1 could not be copied to bucket %2</source>
        <translation>%1 konnte nicht in Bucket %2 kopiert werden</translation>
    </message>
    <message>
        <source>The file for %1 could not be read</source>
        <translation>Die Datei für %1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>The store does not tell the size of %1</source>
        <translation>Der Speicher nennt die Größe von %1 nicht</translation>
    </message>
    <message>
        <source>%1 was uploaded, but bucket %2 does not list it with its size</source>
        <translation>%1 wurde hochgeladen, aber Bucket %2 führt es nicht mit seiner Größe auf</translation>
    </message>
    <message>
        <source>Bucket %1 lists the same page for ever</source>
        <translation>Bucket %1 liefert immer wieder dieselbe Seite der Liste</translation>
    </message>
    <message>
        <source>The store&apos;s address for %1 was no longer valid</source>
        <translation>Die Adresse des Speichers für %1 galt nicht mehr</translation>
    </message>
    <message>
        <source>The data-proxy gave no usable answer for %1</source>
        <translation>Der Data-Proxy gab für %1 keine brauchbare Antwort</translation>
    </message>
    <message>
        <source>The data-proxy could not be asked for %1</source>
        <translation>Der Data-Proxy konnte nicht nach %1 gefragt werden</translation>
    </message>
    <message>
        <source>The identity service could not be asked</source>
        <translation>Der Anmeldedienst konnte nicht gefragt werden</translation>
    </message>
    <message>
        <source>The identity service gave no usable answer</source>
        <translation>Der Anmeldedienst gab keine brauchbare Antwort</translation>
    </message>
    <message>
        <source>the identity service</source>
        <translation>der Anmeldedienst</translation>
    </message>
    <message>
        <source>bucket-url must be file:///folder or the address of a data-proxy, such as https://data-proxy.ebrains.eu/api</source>
        <translation>bucket-url muss file:///Ordner oder die Adresse eines Data-Proxys sein, etwa https://data-proxy.ebrains.eu/api</translation>
    </message>
    <message>
        <source>The request for %1 was refused as invalid</source>
        <translation>Die Anfrage für %1 wurde als ungültig abgelehnt</translation>
    </message>
    <message>
        <source>The token was refused for %1</source>
        <translation>Das Token wurde für %1 abgelehnt</translation>
    </message>
    <message>
        <source>Access to %1 was refused</source>
        <translation>Der Zugriff auf %1 wurde verweigert</translation>
    </message>
    <message>
        <source>%1 was not found</source>
        <translation>%1 wurde nicht gefunden</translation>
    </message>
    <message>
        <source>%1 was not found in bucket %2</source>
        <translation>%1 wurde in Bucket %2 nicht gefunden</translation>
    </message>
    <message>
        <source>The request for %1 took too long</source>
        <translation>Die Anfrage für %1 dauerte zu lange</translation>
    </message>
    <message>
        <source>%1 was changed during the transfer</source>
        <translation>%1 wurde während der Übertragung geändert</translation>
    </message>
    <message>
        <source>%1 is larger than the store accepts</source>
        <translation>%1 ist größer, als der Speicher annimmt</translation>
    </message>
    <message>
        <source>The server asks to come back later for %1</source>
        <translation>Der Server bittet, wegen %1 später wiederzukommen</translation>
    </message>
    <message>
        <source>The server failed (status %3) for %1</source>
        <translation>Der Server scheiterte (Status %3) bei %1</translation>
    </message>
    <message>
        <source>The server gave an unexpected answer (status %3) for %1</source>
        <translation>Der Server gab für %1 eine unerwartete Antwort (Status %3)</translation>
    </message>
    <message>
        <source>The quota is used up: no room for %1</source>
        <translation>Das Kontingent ist aufgebraucht: kein Platz für %1</translation>
    </message>
    <message>
        <source>The transfer of %1 took too long</source>
        <translation>Die Übertragung von %1 dauerte zu lange</translation>
    </message>
    <message>
        <source>%1 did not arrive as it was sent</source>
        <translation>%1 kam nicht so an, wie es gesendet wurde</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>der Server</translation>
    </message>
    <message>
        <source>What answers at this address is no CreateZoom of a version that can be used</source>
        <translation>Unter dieser Adresse antwortet kein CreateZoom einer verwendbaren Version</translation>
    </message>
    <message>
        <source>The server could not be asked</source>
        <translation>Der Server konnte nicht gefragt werden</translation>
    </message>
    <message>
        <source>The server&apos;s answer has no usable %1</source>
        <translation>Der Antwort des Servers fehlt ein brauchbarer Wert: %1</translation>
    </message>
    <message>
        <source>The server gave the job no name</source>
        <translation>Der Server gab dem Auftrag keinen Namen</translation>
    </message>
    <message>
        <source>A server converts images of a bucket into a bucket: %1 is a file of this computer</source>
        <translation>Ein Server konvertiert Bilder eines Buckets in einen Bucket: %1 ist eine Datei dieses Computers</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of a server: https://host:port</source>
        <translation>„%1“ ist keine Adresse eines Servers: https://Rechner:Port</translation>
    </message>
    <message>
        <source>Missing or invalid token</source>
        <translation>Token fehlt oder ist ungültig</translation>
    </message>
    <message>
        <source>The identity service cannot be reached: try again</source>
        <translation>Der Anmeldedienst ist nicht erreichbar: Versuchen Sie es erneut</translation>
    </message>
    <message>
        <source>Unauthorized email domain</source>
        <translation>Die E-Mail-Domäne ist nicht berechtigt</translation>
    </message>
    <message>
        <source>This job was submitted by somebody else</source>
        <translation>Dieser Auftrag wurde von jemand anderem gesendet</translation>
    </message>
    <message>
        <source>A token for the bucket is needed</source>
        <translation>Ein Token für den Bucket wird benötigt</translation>
    </message>
    <message>
        <source>The queue is full</source>
        <translation>Die Warteschlange ist voll</translation>
    </message>
    <message>
        <source>The folder %1 could not be opened</source>
        <translation>Der Ordner %1 ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>The queue is full: try again later</source>
        <translation>Die Warteschlange ist voll: Versuchen Sie es später erneut</translation>
    </message>
    <message>
        <source>Only an admin may move jobs in the queue</source>
        <translation>Nur Administratoren dürfen Aufträge in der Warteschlange verschieben</translation>
    </message>
    <message>
        <source>The pyramid has no such tile</source>
        <translation>Diese Kachel gibt es in der Pyramide nicht</translation>
    </message>
    <message>
        <source>The store of jobs does not work</source>
        <translation>Der Auftragsspeicher arbeitet nicht</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address to listen at: host:port</source>
        <translation>„%1“ ist keine Adresse, unter der ein Dienst antworten kann: Rechner:Port</translation>
    </message>
    <message>
        <source>Cannot listen at %1: %2</source>
        <translation>Unter %1 kann der Dienst nicht antworten: %2</translation>
    </message>
    <message>
        <source>the server refuses connections</source>
        <translation>der Server nimmt keine Verbindungen an</translation>
    </message>
    <message>
        <source>the connection was cut</source>
        <translation>die Verbindung wurde unterbrochen</translation>
    </message>
    <message>
        <source>the server&apos;s name is not known</source>
        <translation>der Name des Servers ist unbekannt</translation>
    </message>
    <message>
        <source>the server cannot be reached</source>
        <translation>der Server ist nicht erreichbar</translation>
    </message>
    <message>
        <source>the server&apos;s certificate was not accepted</source>
        <translation>das Zertifikat des Servers wurde nicht angenommen</translation>
    </message>
    <message>
        <source>the network is down</source>
        <translation>das Netzwerk ist ausgefallen</translation>
    </message>
    <message>
        <source>the network failed</source>
        <translation>das Netzwerk hat versagt</translation>
    </message>
    <message>
        <source>the proxy refuses connections</source>
        <translation>der Proxy nimmt keine Verbindungen an</translation>
    </message>
    <message>
        <source>the proxy cut the connection</source>
        <translation>der Proxy hat die Verbindung unterbrochen</translation>
    </message>
    <message>
        <source>the proxy&apos;s name is not known</source>
        <translation>der Name des Proxys ist unbekannt</translation>
    </message>
    <message>
        <source>the proxy asks for a password</source>
        <translation>der Proxy verlangt ein Passwort</translation>
    </message>
    <message>
        <source>the server&apos;s answer is too long</source>
        <translation>die Antwort des Servers ist zu lang</translation>
    </message>
    <message>
        <source>the server gave no answer</source>
        <translation>der Server gab keine Antwort</translation>
    </message>
    <message>
        <source>the server did not answer in time</source>
        <translation>der Server hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>the transfer stalled</source>
        <translation>die Übertragung kam zum Stillstand</translation>
    </message>
    <message>
        <source>the transfer is too slow</source>
        <translation>die Übertragung ist zu langsam</translation>
    </message>
    <message>
        <source>it took longer than its limit</source>
        <translation>es dauerte länger als erlaubt</translation>
    </message>
    <message>
        <source>the server named an address that cannot be used</source>
        <translation>der Server nannte eine unbrauchbare Adresse</translation>
    </message>
    <message>
        <source>the token holds characters that no token has</source>
        <translation>das Token enthält Zeichen, die kein Token hat</translation>
    </message>
    <message>
        <source>the server redirects to an insecure address</source>
        <translation>der Server leitet auf eine unsichere Adresse um</translation>
    </message>
    <message>
        <source>the server redirects in circles</source>
        <translation>der Server leitet im Kreis um</translation>
    </message>
    <message>
        <source>the bucket&apos;s store has an insecure address</source>
        <translation>der Speicher des Buckets hat eine unsichere Adresse</translation>
    </message>
    <message>
        <source>the bucket&apos;s store has a private address</source>
        <translation>der Speicher des Buckets hat eine private Adresse</translation>
    </message>
    <message>
        <source>the store ignores ranges</source>
        <translation>der Speicher beachtet keine Teilbereiche</translation>
    </message>
    <message>
        <source>the store sent another part than was asked for</source>
        <translation>der Speicher sendete einen anderen Teil als verlangt</translation>
    </message>
    <message>
        <source>the store sent more than it announced</source>
        <translation>der Speicher sendete mehr als angekündigt</translation>
    </message>
    <message>
        <source>what arrived is not what the store holds</source>
        <translation>was ankam, ist nicht, was der Speicher enthält</translation>
    </message>
    <message>
        <source>what the store received is not what was sent</source>
        <translation>was der Speicher empfing, ist nicht, was gesendet wurde</translation>
    </message>
    <message>
        <source>the file is not the one that was made</source>
        <translation>die Datei ist nicht die, die erstellt wurde</translation>
    </message>
    <message>
        <source>there is no space left on the disk</source>
        <translation>auf dem Datenträger ist kein Platz mehr</translation>
    </message>
    <message>
        <source>the source could not be read to its end</source>
        <translation>die Quelle konnte nicht bis zum Ende gelesen werden</translation>
    </message>
    <message>
        <source>the copy could not be written</source>
        <translation>die Kopie konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>the work folder could not be written</source>
        <translation>in den Arbeitsordner konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>the bucket&apos;s folder could not be written</source>
        <translation>in den Ordner des Buckets konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The token may not %1 bucket %2</source>
        <translation>Mit diesem Token darf Bucket %2 nicht %1 werden</translation>
    </message>
    <message>
        <source>The token may not %1 bucket %2 (%3)</source>
        <translation>Mit diesem Token darf Bucket %2 nicht %1 werden (%3)</translation>
    </message>
    <message>
        <source>write to</source>
        <translation>beschrieben</translation>
    </message>
    <message>
        <source>Bucket %1</source>
        <translation>Bucket %1</translation>
    </message>
    <message>
        <source>The identity service</source>
        <translation>Der Anmeldedienst</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Der Server</translation>
    </message>
    <message>
        <source>The job store (Redis) cannot be reached</source>
        <translation>Der Auftragsspeicher (Redis) ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The job store (Redis) has no master now</source>
        <translation>Der Auftragsspeicher (Redis) hat gerade keinen Master</translation>
    </message>
    <message>
        <source>The job store (Redis) has no room to write</source>
        <translation>Der Auftragsspeicher (Redis) hat keinen Platz zum Schreiben</translation>
    </message>
    <message>
        <source>The job store (Redis) refuses to work</source>
        <translation>Der Auftragsspeicher (Redis) verweigert die Arbeit</translation>
    </message>
    <message>
        <source>The job store (Redis) is not ready yet</source>
        <translation>Der Auftragsspeicher (Redis) ist noch nicht bereit</translation>
    </message>
    <message>
        <source>The job store (Redis) refuses %1</source>
        <translation>Der Auftragsspeicher (Redis) weist %1 zurück</translation>
    </message>
    <message>
        <source>The job store (Redis) wants a password: REDIS_PASSWORD, or one in REDIS_URL</source>
        <translation>Der Auftragsspeicher (Redis) verlangt ein Kennwort: REDIS_PASSWORD, oder eines in REDIS_URL</translation>
    </message>
    <message>
        <source>The job store (Redis) shows a certificate that is not trusted; REDIS_CA_FILE names who is</source>
        <translation>Der Auftragsspeicher (Redis) zeigt ein Zertifikat, dem nicht vertraut wird; REDIS_CA_FILE nennt, wem</translation>
    </message>
    <message>
        <source>The job store (Redis) could not copy the job to its replicas in time</source>
        <translation>Der Auftragsspeicher (Redis) konnte den Auftrag nicht rechtzeitig auf seine Replikate kopieren</translation>
    </message>
    <message>
        <source>The job store is Redis %1; 6.2 or newer is needed</source>
        <translation>Der Auftragsspeicher ist Redis %1; nötig ist 6.2 oder neuer</translation>
    </message>
    <message>
        <source>The job store answers what Redis does not</source>
        <translation>Der Auftragsspeicher antwortet nicht so, wie Redis antwortet</translation>
    </message>
    <message>
        <source>There is a job of this id already</source>
        <translation>Einen Auftrag mit dieser Kennung gibt es schon</translation>
    </message>
    <message>
        <source>%1 cannot be read, or holds nothing that TLS needs</source>
        <translation>%1 kann nicht gelesen werden oder enthält nichts, was TLS braucht</translation>
    </message>
    <message>
        <source>a record lies outside the file</source>
        <translation>ein Eintrag liegt außerhalb der Datei</translation>
    </message>
    <message>
        <source>no ZIP64 end record and locator directly before the end record</source>
        <translation>direkt vor dem Endeintrag fehlen der ZIP64-Endeintrag und sein Verweis</translation>
    </message>
    <message>
        <source>it is shorter than an end record</source>
        <translation>es ist kürzer als ein Endeintrag</translation>
    </message>
    <message>
        <source>its last 22 bytes are not the end record</source>
        <translation>seine letzten 22 Bytes sind nicht der Endeintrag</translation>
    </message>
    <message>
        <source>record %1 of the directory is not one</source>
        <translation>Eintrag %1 des Verzeichnisses ist keiner</translation>
    </message>
    <message>
        <source>record %1 of the directory is cut off</source>
        <translation>Eintrag %1 des Verzeichnisses ist abgeschnitten</translation>
    </message>
    <message>
        <source>the directory lies outside the file</source>
        <translation>das Verzeichnis liegt außerhalb der Datei</translation>
    </message>
    <message>
        <source>%1 has no local header</source>
        <translation>%1 hat keinen lokalen Kopf</translation>
    </message>
    <message>
        <source>%1 has a local header that is cut off</source>
        <translation>der lokale Kopf von %1 ist abgeschnitten</translation>
    </message>
    <message>
        <source>The server is about to end: try again in a moment</source>
        <translation>Der Server wird gleich beendet: Versuchen Sie es in einem Moment erneut</translation>
    </message>
    <message>
        <source>%1 must be a number or a text</source>
        <translation>%1 muss eine Zahl oder ein Text sein</translation>
    </message>
    <message>
        <source>This account may see the jobs, not change them (admin-actions-domains names those that do)</source>
        <translation>Dieses Konto darf die Aufträge sehen, nicht ändern (admin-actions-domains nennt, wer das darf)</translation>
    </message>
    <message>
        <source>%1 must name a bucket of the store</source>
        <translation>%1 muss einen Bucket des Speichers nennen</translation>
    </message>
    <message>
        <source>The server&apos;s disk has no room for this image</source>
        <translation>Auf der Platte des Servers ist kein Platz für dieses Bild</translation>
    </message>
    <message>
        <source>An image may have %1 bytes at most here</source>
        <translation>Ein Bild darf hier höchstens %1 Bytes haben</translation>
    </message>
    <message>
        <source>The image is not whole</source>
        <translation>Das Bild ist nicht vollständig</translation>
    </message>
    <message>
        <source>There is no such upload</source>
        <translation>Es gibt keinen solchen Upload</translation>
    </message>
    <message>
        <source>Waiting for memory that other conversions use</source>
        <translation>Wartet auf Arbeitsspeicher, den andere Konvertierungen belegen</translation>
    </message>
    <message>
        <source>Another job makes %1</source>
        <translation>%1 wird von einem anderen Auftrag erzeugt</translation>
    </message>
</context>
<context>
    <name>SpaceNeed</name>
    <message>
        <source>Needs about %1</source>
        <translation>Benötigt etwa %1</translation>
    </message>
    <message>
        <source>Needs about %1, but only %2 are free on the disk of %3. Jobs will wait when the disk is full.</source>
        <translation>Benötigt etwa %1, aber auf dem Datenträger von %3 sind nur %2 frei. Aufträge warten, wenn der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>Needs about %1; %2 are free on the disk of %3</source>
        <translation>Benötigt etwa %1; auf dem Datenträger von %3 sind %2 frei</translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;Warteschlange</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>&amp;Auftrag</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>An&amp;sicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Show jobs</source>
        <translation>Aufträge an&amp;zeigen</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Pause &amp;after running jobs</source>
        <translation>&amp;Nach laufenden Aufträgen pausieren</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkombinationen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>About CreateZoom</source>
        <translation>Über CreateZoom</translation>
    </message>
    <message>
        <source>&lt;h3&gt;CreateZoom %1&lt;/h3&gt;&lt;p&gt;Turns images into Deep Zoom archives.&lt;/p&gt;&lt;p&gt;Licence: GPL-3.0-or-later. Qt %2.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;CreateZoom %1&lt;/h3&gt;&lt;p&gt;Wandelt Bilder in Deep-Zoom-Archive um.&lt;/p&gt;&lt;p&gt;Lizenz: GPL-3.0-or-later. Qt %2.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>createzoom::AddSheet</name>
    <message>
        <source>Skip the image</source>
        <translation>Bild überspringen</translation>
    </message>
    <message>
        <source>Use another name</source>
        <translation>Anderen Namen verwenden</translation>
    </message>
    <message>
        <source>Replace the archive</source>
        <translation>Archiv ersetzen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Nachfragen</translation>
    </message>
    <message>
        <source>&amp;Start at once</source>
        <translation>&amp;Sofort starten</translation>
    </message>
    <message>
        <source>Add images</source>
        <translation>Bilder hinzufügen</translation>
    </message>
    <message>
        <source>If the archive exists</source>
        <translation>Bei vorhandenem Archiv</translation>
    </message>
    <message>
        <source>Otherwise the jobs wait, paused, until you resume them</source>
        <translation>Sonst warten die Aufträge pausiert, bis Sie sie fortsetzen</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Was fehlt</translation>
    </message>
    <message>
        <source>&amp;Preset:</source>
        <translation>&amp;Voreinstellung:</translation>
    </message>
    <message>
        <source>&amp;Archives go:</source>
        <translation>Ziel der &amp;Archive:</translation>
    </message>
    <message>
        <source>If the archive &amp;exists:</source>
        <translation>Bei vor&amp;handenem Archiv:</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Bilder werden gesucht…</translation>
    </message>
    <message numerus="yes">
        <source>Looking for images… %n found</source>
        <translation>
            <numerusform>Bilder werden gesucht… %n gefunden</numerusform>
            <numerusform>Bilder werden gesucht… %n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>No images were found</source>
        <translation>Es wurden keine Bilder gefunden</translation>
    </message>
    <message>
        <source>One image, %1</source>
        <translation>Ein Bild, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n images, %1</source>
        <translation>
            <numerusform>%n Bild, %1</numerusform>
            <numerusform>%n Bilder, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No images, so left out: %1.</source>
        <translation>Keine Bilder, daher ausgelassen: %1.</translation>
    </message>
    <message>
        <source>Not there: %1.</source>
        <translation>Nicht vorhanden: %1.</translation>
    </message>
    <message>
        <source>Add the image</source>
        <translation>Bild hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Add %n images</source>
        <translation>
            <numerusform>%n Bild hinzufügen</numerusform>
            <numerusform>%n Bilder hinzufügen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::AddingPage</name>
    <message>
        <source>As&amp;k about archives that exist</source>
        <translation>Bei vor&amp;handenen Archiven nachfragen</translation>
    </message>
    <message>
        <source>&amp;Start jobs at once</source>
        <translation>Aufträge &amp;sofort starten</translation>
    </message>
    <message>
        <source>Ask &amp;each time images are added</source>
        <translation>Bei &amp;jedem Hinzufügen von Bildern nachfragen</translation>
    </message>
    <message>
        <source>Otherwise only the first time, and with the Shift key held</source>
        <translation>Sonst nur beim ersten Mal und bei gedrückter Umschalttaste</translation>
    </message>
    <message>
        <source>&amp;Preset:</source>
        <translation>&amp;Voreinstellung:</translation>
    </message>
    <message>
        <source>A&amp;rchives go:</source>
        <translation>Ziel der &amp;Archive:</translation>
    </message>
</context>
<context>
    <name>createzoom::BucketDialog</name>
    <message>
        <source>&amp;List</source>
        <translation>Auf&amp;listen</translation>
    </message>
    <message>
        <source>Only &amp;images</source>
        <translation>Nur B&amp;ilder</translation>
    </message>
    <message>
        <source>Add from a bucket</source>
        <translation>Aus einem Bucket hinzufügen</translation>
    </message>
    <message>
        <source>bucket/folder</source>
        <translation>Bucket/Ordner</translation>
    </message>
    <message>
        <source>Folder of the bucket to list</source>
        <translation>Aufzulistender Ordner des Buckets</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>State of the list</source>
        <translation>Status der Liste</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Images of the bucket</source>
        <translation>Bilder des Buckets</translation>
    </message>
    <message>
        <source>&amp;Bucket and folder:</source>
        <translation>Bucket und Or&amp;dner:</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>&amp;Token:</translation>
    </message>
    <message>
        <source>&amp;Preset:</source>
        <translation>&amp;Voreinstellung:</translation>
    </message>
    <message>
        <source>&amp;Archives go:</source>
        <translation>Ziel der &amp;Archive:</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The bucket</source>
        <translation>Der Bucket</translation>
    </message>
    <message>
        <source>Asking for the list…</source>
        <translation>Liste wird angefragt…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>An&amp;halten</translation>
    </message>
    <message numerus="yes">
        <source>Listing… %n objects so far</source>
        <translation>
            <numerusform>Wird aufgelistet… bisher %n Objekt</numerusform>
            <numerusform>Wird aufgelistet… bisher %n Objekte</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing in this folder.</source>
        <translation>In diesem Ordner ist nichts.</translation>
    </message>
    <message>
        <source>%1 objects, of which %2 are shown</source>
        <translation>%1 Objekte, davon %2 angezeigt</translation>
    </message>
    <message>
        <source>Select the images to add</source>
        <translation>Wählen Sie die Bilder aus, die hinzugefügt werden sollen</translation>
    </message>
    <message numerus="yes">
        <source>%n selected, %1</source>
        <translation>
            <numerusform>%n ausgewählt, %1</numerusform>
            <numerusform>%n ausgewählt, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n images</source>
        <translation>
            <numerusform>%n Bild hinzufügen</numerusform>
            <numerusform>%n Bilder hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n objects.</source>
        <translation>
            <numerusform>Nach %n Objekt angehalten.</numerusform>
            <numerusform>Nach %n Objekten angehalten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::BucketModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>createzoom::CloseDialog</name>
    <message>
        <source>&amp;Finish running jobs, then quit</source>
        <translation>Laufende Aufträge &amp;fertigstellen, dann beenden</translation>
    </message>
    <message>
        <source>Stop &amp;now and continue next time</source>
        <translation>&amp;Jetzt anhalten und beim nächsten Mal fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Keep running in the tray</source>
        <translation>Im &amp;Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>&amp;Always do this</source>
        <translation>Immer &amp;so verfahren</translation>
    </message>
    <message>
        <source>Quit CreateZoom</source>
        <translation>CreateZoom beenden</translation>
    </message>
    <message>
        <source>A job is running.</source>
        <translation>Ein Auftrag läuft.</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are running.</source>
        <translation>
            <numerusform>%n Auftrag läuft.</numerusform>
            <numerusform>%n Aufträge laufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No other job is begun; waiting jobs stay for the next time</source>
        <translation>Kein weiterer Auftrag wird begonnen; wartende Aufträge bleiben für das nächste Mal</translation>
    </message>
    <message>
        <source>They go back to the queue and lose what they did of their current step</source>
        <translation>Sie kehren in die Warteschlange zurück und verlieren, was im aktuellen Schritt geschafft wurde</translation>
    </message>
    <message>
        <source>The settings can change it again</source>
        <translation>In den Einstellungen lässt es sich wieder ändern</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>createzoom::ConnectionBox</name>
    <message>
        <source>Whose jobs are shown</source>
        <translation>Wessen Aufträge angezeigt werden</translation>
    </message>
    <message>
        <source>Whose jobs are shown: this computer&apos;s or a server&apos;s</source>
        <translation>Wessen Aufträge angezeigt werden: die dieses Computers oder die eines Servers</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Add a server…</source>
        <translation>Server hinzufügen…</translation>
    </message>
    <message>
        <source>Change %1…</source>
        <translation>%1 ändern…</translation>
    </message>
</context>
<context>
    <name>createzoom::Connections</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
</context>
<context>
    <name>createzoom::DesktopNotifications</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>createzoom::DestinationEditor</name>
    <message>
        <source>Beside each image</source>
        <translation>Neben jedem Bild</translation>
    </message>
    <message>
        <source>Into one folder</source>
        <translation>In einen Ordner</translation>
    </message>
    <message>
        <source>Of images with the same name only the first is added.</source>
        <translation>Von Bildern gleichen Namens wird nur das erste hinzugefügt.</translation>
    </message>
    <message>
        <source>The same folders again, below…</source>
        <translation>Dieselben Ordner, unterhalb von…</translation>
    </message>
    <message>
        <source>Added folders are made again there, with all their folders.</source>
        <translation>Hinzugefügte Ordner werden dort mit allen Unterordnern neu angelegt.</translation>
    </message>
    <message>
        <source>Into a bucket</source>
        <translation>In einen Bucket</translation>
    </message>
    <message>
        <source>Archives are made here, then uploaded.</source>
        <translation>Archive werden hier erstellt und dann hochgeladen.</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>D&amp;urchsuchen…</translation>
    </message>
    <message>
        <source>Where archives go</source>
        <translation>Wohin die Archive kommen</translation>
    </message>
    <message>
        <source>Folder for archives</source>
        <translation>Ordner für Archive</translation>
    </message>
    <message>
        <source>Choose the folder for archives</source>
        <translation>Ordner für Archive wählen</translation>
    </message>
    <message>
        <source>Folder of the bucket</source>
        <translation>Ordner des Buckets</translation>
    </message>
    <message>
        <source>bucket/folder</source>
        <translation>Bucket/Ordner</translation>
    </message>
    <message>
        <source>Choose the folder for archives.</source>
        <translation>Wählen Sie den Ordner für Archive.</translation>
    </message>
    <message>
        <source>Name the bucket and its folder.</source>
        <translation>Geben Sie den Bucket und seinen Ordner an.</translation>
    </message>
    <message>
        <source>The bucket folder</source>
        <translation>Der Bucket-Ordner</translation>
    </message>
    <message>
        <source>Paste a token that holds.</source>
        <translation>Fügen Sie ein gültiges Token ein.</translation>
    </message>
</context>
<context>
    <name>createzoom::DetailsPane</name>
    <message>
        <source>Details of the selected jobs</source>
        <translation>Details der ausgewählten Aufträge</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Only jobs of a bucket have a request</source>
        <translation>Nur Aufträge eines Buckets haben eine Anfrage</translation>
    </message>
    <message>
        <source>Select one job</source>
        <translation>Wählen Sie einen Auftrag aus</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
</context>
<context>
    <name>createzoom::DropZone</name>
    <message>
        <source>Drop images here</source>
        <translation>Bilder hier ablegen</translation>
    </message>
    <message>
        <source>Drop images or folders here</source>
        <translation>Bilder oder Ordner hier ablegen</translation>
    </message>
    <message>
        <source>TIFF, JPEG, PNG, SVS, NDPI, MRXS and others become .dzip pyramids</source>
        <translation>TIFF, JPEG, PNG, SVS, NDPI, MRXS und andere werden zu .dzip-Pyramiden</translation>
    </message>
</context>
<context>
    <name>createzoom::ErrorPanel</name>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Details</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>W&amp;iederholen</translation>
    </message>
    <message>
        <source>Copy re&amp;port</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>Error code: %1</source>
        <translation>Fehlercode: %1</translation>
    </message>
    <message>
        <source>Step: %1</source>
        <translation>Schritt: %1</translation>
    </message>
    <message>
        <source>Failed attempts: %1</source>
        <translation>Fehlversuche: %1</translation>
    </message>
    <message>
        <source>Job: %1</source>
        <translation>Auftrag: %1</translation>
    </message>
    <message>
        <source>In English: %1</source>
        <translation>Auf Englisch: %1</translation>
    </message>
</context>
<context>
    <name>createzoom::ExistingDialog</name>
    <message>
        <source>&amp;Skip</source>
        <translation>Ü&amp;berspringen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Use another &amp;name</source>
        <translation>Anderen &amp;Namen verwenden</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Anderer Name</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Archives that exist</source>
        <translation>Vorhandene Archive</translation>
    </message>
    <message>
        <source>The archive of one image exists already.</source>
        <translation>Das Archiv eines Bildes ist bereits vorhanden.</translation>
    </message>
    <message numerus="yes">
        <source>The archives of %n images exist already.</source>
        <translation>
            <numerusform>Das Archiv von %n Bild ist bereits vorhanden.</numerusform>
            <numerusform>Die Archive von %n Bildern sind bereits vorhanden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>With the selected ones:</source>
        <translation>Mit den ausgewählten:</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>createzoom::FactsTable</name>
    <message>
        <source>%1 → %2 (%3 times)</source>
        <translation>%1 → %2 (%3-fach)</translation>
    </message>
    <message>
        <source>%1 µm/px</source>
        <translation>%1 µm/px</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message numerus="yes">
        <source>%n level(s)</source>
        <translation>
            <numerusform>%n Ebene</numerusform>
            <numerusform>%n Ebenen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tiles</source>
        <translation>%1 Kacheln</translation>
    </message>
    <message>
        <source>added %1</source>
        <translation>hinzugefügt am %1</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>gestartet am %1</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>beendet am %1</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>%1 gewartet</translation>
    </message>
    <message>
        <source>worked %1</source>
        <translation>%1 gearbeitet</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Pyramid</source>
        <translation>Pyramide</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeitpunkte</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Failed attempts</source>
        <translation>Fehlversuche</translation>
    </message>
    <message>
        <source>Submitted by</source>
        <translation>Eingereicht von</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>Waits at</source>
        <translation>Wartet auf</translation>
    </message>
</context>
<context>
    <name>createzoom::FilterPane</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancelled, skipped</source>
        <translation>Nicht ausgeführt</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>REST</source>
        <translation>REST</translation>
    </message>
    <message>
        <source>Watch folder</source>
        <translation>Überwachter Ordner</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 3 days</source>
        <translation>Letzte 3 Tage</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>Bucket</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a filter: how many jobs</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>createzoom::JobActions</name>
    <message>
        <source>Names and paths were copied</source>
        <translation>Namen und Pfade wurden kopiert</translation>
    </message>
    <message>
        <source>The report was copied</source>
        <translation>Der Bericht wurde kopiert</translation>
    </message>
</context>
<context>
    <name>createzoom::JobOptionsDialog</name>
    <message>
        <source>Options of %1</source>
        <translation>Optionen von %1</translation>
    </message>
    <message numerus="yes">
        <source>Options of %n jobs</source>
        <translation>
            <numerusform>Optionen von %n Auftrag</numerusform>
            <numerusform>Optionen von %n Aufträgen</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply to</source>
        <translation>Anwenden auf</translation>
    </message>
    <message>
        <source>&amp;This job</source>
        <translation>Diesen Auf&amp;trag</translation>
    </message>
    <message numerus="yes">
        <source>The %n &amp;selected jobs</source>
        <translation>
            <numerusform>Den a&amp;usgewählten Auftrag</numerusform>
            <numerusform>Die %n a&amp;usgewählten Aufträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;All %n waiting jobs</source>
        <translation>
            <numerusform>Den einen w&amp;artenden Auftrag</numerusform>
            <numerusform>&amp;Alle %n wartenden Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Of options that differ, each job keeps its own</source>
        <translation>Bei abweichenden Optionen behält jeder Auftrag seine eigenen</translation>
    </message>
    <message>
        <source>Jobs that run, or are done, keep the options they began with.</source>
        <translation>Laufende und fertige Aufträge behalten die Optionen, mit denen sie begonnen haben.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>createzoom::JobTableModel</name>
    <message>
        <source>Place in the queue</source>
        <translation>Platz in der Warteschlange</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Noch kein Bild</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>createzoom::JobTableView</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>&amp;Fit widths</source>
        <translation>&amp;Breiten anpassen</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
</context>
<context>
    <name>createzoom::JobsPage</name>
    <message>
        <source>&amp;Clear filter</source>
        <translation>&amp;Filter löschen</translation>
    </message>
    <message>
        <source>No jobs match the filter.</source>
        <translation>Kein Auftrag passt zum Filter.</translation>
    </message>
    <message>
        <source>No jobs match “%1”.</source>
        <translation>Kein Auftrag passt zu „%1“.</translation>
    </message>
    <message>
        <source>%1 has no jobs yet.</source>
        <translation>%1 hat noch keine Aufträge.</translation>
    </message>
</context>
<context>
    <name>createzoom::LogTab</name>
    <message>
        <source>Log of the job</source>
        <translation>Protokoll des Auftrags</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Which lines</source>
        <translation>Welche Zeilen</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Scroll to new lines</source>
        <translation>Zu neuen Zeilen rollen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the lines that are shown</source>
        <translation>Angezeigte Zeilen kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Save the lines that are shown in a file</source>
        <translation>Angezeigte Zeilen in einer Datei speichern</translation>
    </message>
    <message>
        <source>The log cannot be read. %1</source>
        <translation>Das Protokoll kann nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Text (*.txt *.log)</source>
        <translation>Text (*.txt *.log)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>createzoom::MainWindow</name>
    <message>
        <source>Add images</source>
        <translation>Bilder hinzufügen</translation>
    </message>
    <message>
        <source>Add all images below a folder</source>
        <translation>Alle Bilder unterhalb eines Ordners hinzufügen</translation>
    </message>
    <message>
        <source>Search name, path, id, state:failed …</source>
        <translation>Suche: Name, Pfad, ID, state:failed …</translation>
    </message>
    <message>
        <source>Search the jobs</source>
        <translation>Aufträge durchsuchen</translation>
    </message>
    <message>
        <source>Words of name, path or id; state:, source:, preset:, bucket:, worker: followed by a value</source>
        <translation>Wörter aus Name, Pfad oder ID; state:, source:, preset:, bucket:, worker: gefolgt von einem Wert</translation>
    </message>
    <message>
        <source>There are no files on the clipboard</source>
        <translation>In der Zwischenablage sind keine Dateien</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Change settings…</source>
        <translation>Einstellungen ändern…</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Add %n files or folders</source>
        <translation>
            <numerusform>%n Datei oder Ordner hinzufügen</numerusform>
            <numerusform>%n Dateien oder Ordner hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>A job failed.</source>
        <translation>Ein Auftrag ist fehlgeschlagen.</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs failed.</source>
        <translation>
            <numerusform>%n Auftrag ist fehlgeschlagen.</numerusform>
            <numerusform>%n Aufträge sind fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message numerus="yes">
        <source>Retry all %n</source>
        <translation>
            <numerusform>Wiederholen</numerusform>
            <numerusform>Alle %n wiederholen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 running, %2 waiting</source>
        <translation>%1 laufend, %2 wartend</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet…</translation>
    </message>
    <message numerus="yes">
        <source>CreateZoom closed unexpectedly. %n jobs were continued.</source>
        <translation>
            <numerusform>CreateZoom wurde unerwartet beendet. %n Auftrag wurde fortgesetzt.</numerusform>
            <numerusform>CreateZoom wurde unerwartet beendet. %n Aufträge wurden fortgesetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>jobs, server</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>No supported images in this drop</source>
        <translation>Keine unterstützten Bilder dabei</translation>
    </message>
    <message numerus="yes">
        <source>Add more than %n images</source>
        <translation>
            <numerusform>Mehr als %n Bild hinzufügen</numerusform>
            <numerusform>Mehr als %n Bilder hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n images</source>
        <translation>
            <numerusform>%n Bild hinzufügen</numerusform>
            <numerusform>%n Bilder hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>Add 12 images, 3.4 GB</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs run again with a token that may read their images and write their archives; the one they had was erased when they ended.</source>
        <translation>
            <numerusform>Ein Auftrag läuft erneut mit einem Token, das sein Bild lesen und sein Archiv schreiben darf; das bisherige wurde gelöscht, als er endete.</numerusform>
            <numerusform>%n Aufträge laufen erneut mit einem Token, das ihre Bilder lesen und ihre Archive schreiben darf; das bisherige wurde gelöscht, als sie endeten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::MessageBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::MessageLine</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>createzoom::Notifier</name>
    <message>
        <source>A job failed</source>
        <translation>Ein Auftrag ist fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs failed</source>
        <translation>
            <numerusform>%n Auftrag ist fehlgeschlagen</numerusform>
            <numerusform>%n Aufträge sind fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n fertig</numerusform>
            <numerusform>%n fertig</numerusform>
        </translation>
    </message>
    <message>
        <source>All jobs have ended</source>
        <translation>Alle Aufträge sind beendet</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::OptionsForm</name>
    <message>
        <source>(differs)</source>
        <translation>(abweichend)</translation>
    </message>
    <message>
        <source>The selected jobs differ here; each keeps its own until you change it</source>
        <translation>Die ausgewählten Aufträge weichen hier voneinander ab; jeder behält seinen Wert, bis Sie ihn ändern</translation>
    </message>
    <message>
        <source>What is wrong with the options</source>
        <translation>Was an den Optionen nicht stimmt</translation>
    </message>
    <message>
        <source>%1 is not possible. %2.</source>
        <translation>%1: Dieser Wert ist nicht möglich. %2.</translation>
    </message>
</context>
<context>
    <name>createzoom::OptionsPanel</name>
    <message>
        <source>&amp;Options</source>
        <translation>&amp;Optionen</translation>
    </message>
    <message>
        <source>Quality, tiles, colours, channels</source>
        <translation>Qualität, Kacheln, Farben, Kanäle</translation>
    </message>
    <message>
        <source>Hide the options</source>
        <translation>Optionen ausblenden</translation>
    </message>
    <message>
        <source>Show the options</source>
        <translation>Optionen anzeigen</translation>
    </message>
</context>
<context>
    <name>createzoom::OptionsTab</name>
    <message>
        <source>Options of the job</source>
        <translation>Optionen des Auftrags</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Usual value</source>
        <translation>Standardwert</translation>
    </message>
    <message>
        <source>Change &amp;options…</source>
        <translation>&amp;Optionen ändern…</translation>
    </message>
    <message>
        <source>Used when the job runs next.</source>
        <translation>Gilt für den nächsten Lauf des Auftrags.</translation>
    </message>
    <message>
        <source>Fixed, as the job has begun or is done.</source>
        <translation>Fest, da der Auftrag begonnen hat oder fertig ist.</translation>
    </message>
</context>
<context>
    <name>createzoom::OverviewTab</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>Summen</translation>
    </message>
    <message>
        <source>Jobs by state</source>
        <translation>Aufträge nach Status</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are selected</source>
        <translation>
            <numerusform>%n Auftrag ist ausgewählt</numerusform>
            <numerusform>%n Aufträge sind ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of images</source>
        <translation>%1 an Bildern</translation>
    </message>
    <message>
        <source>%1 of archives</source>
        <translation>%1 an Archiven</translation>
    </message>
    <message>
        <source>No job is selected. The queue holds:</source>
        <translation>Kein Auftrag ist ausgewählt. Die Warteschlange enthält:</translation>
    </message>
</context>
<context>
    <name>createzoom::PresetBar</name>
    <message>
        <source>&amp;Save as preset…</source>
        <translation>Als Voreinstellung s&amp;peichern…</translation>
    </message>
    <message>
        <source>Re&amp;move preset</source>
        <translation>Voreinstellung entfer&amp;nen</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Own options</source>
        <translation>Eigene Optionen</translation>
    </message>
    <message>
        <source>Keep these options under a name</source>
        <translation>Diese Optionen unter einem Namen behalten</translation>
    </message>
    <message>
        <source>Forget this preset; jobs that were added with it stay as they are</source>
        <translation>Diese Voreinstellung vergessen; damit hinzugefügte Aufträge bleiben unverändert</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Als Voreinstellung speichern</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Name der Voreinstellung:</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a preset of yours.</source>
        <translation>„%1“ kann nicht der Name einer eigenen Voreinstellung sein.</translation>
    </message>
</context>
<context>
    <name>createzoom::PreviewPane</name>
    <message>
        <source>The picture appears here while the pyramid is being made.</source>
        <translation>Das Bild erscheint hier, während die Pyramide erstellt wird.</translation>
    </message>
    <message>
        <source>The first tiles are not there yet.</source>
        <translation>Die ersten Kacheln sind noch nicht da.</translation>
    </message>
    <message>
        <source>The job failed: there is no picture.</source>
        <translation>Der Auftrag ist fehlgeschlagen: Es gibt kein Bild.</translation>
    </message>
    <message>
        <source>The job was cancelled: there is no picture.</source>
        <translation>Der Auftrag wurde abgebrochen: Es gibt kein Bild.</translation>
    </message>
    <message>
        <source>The image is still being downloaded.</source>
        <translation>Das Bild wird noch heruntergeladen.</translation>
    </message>
    <message>
        <source>Open in &amp;viewer window</source>
        <translation>Im Be&amp;trachter öffnen</translation>
    </message>
    <message>
        <source>Position and zoom</source>
        <translation>Position und Zoom</translation>
    </message>
    <message>
        <source>Select a job to see its picture.</source>
        <translation>Wählen Sie einen Auftrag aus, um sein Bild zu sehen.</translation>
    </message>
</context>
<context>
    <name>createzoom::RangeEditor</name>
    <message>
        <source>From each image</source>
        <translation>Aus jedem Bild</translation>
    </message>
    <message>
        <source>The full range</source>
        <translation>Voller Bereich</translation>
    </message>
    <message>
        <source>The same for all:</source>
        <translation>Für alle gleich:</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>Schwarz und Weiß</translation>
    </message>
    <message>
        <source>Value that becomes black</source>
        <translation>Wert, der schwarz wird</translation>
    </message>
    <message>
        <source>Value that becomes white</source>
        <translation>Wert, der weiß wird</translation>
    </message>
</context>
<context>
    <name>createzoom::RequestTab</name>
    <message>
        <source>Request and answer</source>
        <translation>Anfrage und Antwort</translation>
    </message>
    <message>
        <source>Copy as &amp;curl</source>
        <translation>Als &amp;curl kopieren</translation>
    </message>
    <message>
        <source>Copy a command that sends such a job; the token is taken from $TOKEN</source>
        <translation>Einen Befehl kopieren, der einen solchen Auftrag sendet; das Token kommt aus $TOKEN</translation>
    </message>
</context>
<context>
    <name>createzoom::ScanBar</name>
    <message>
        <source>Stop looking</source>
        <translation>Suche anhalten</translation>
    </message>
    <message>
        <source>Nothing of this drop is added</source>
        <translation>Nichts von dem Abgelegten wird hinzugefügt</translation>
    </message>
    <message>
        <source>Images found so far</source>
        <translation>Bisher gefundene Bilder</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Bilder werden gesucht…</translation>
    </message>
    <message numerus="yes">
        <source>Looking for images… %n found</source>
        <translation>
            <numerusform>Bilder werden gesucht… %n gefunden</numerusform>
            <numerusform>Bilder werden gesucht… %n gefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::ServerDialog</name>
    <message>
        <source>Change a server</source>
        <translation>Server ändern</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>Server hinzufügen</translation>
    </message>
    <message>
        <source>Outcome of the test</source>
        <translation>Ergebnis des Tests</translation>
    </message>
    <message>
        <source>That of an administrator: a server shows its jobs to nobody else</source>
        <translation>Das eines Administrators: Ein Server zeigt seine Aufträge niemand anderem</translation>
    </message>
    <message>
        <source>&amp;Keep the token on this computer</source>
        <translation>Token auf diesem Computer &amp;behalten</translation>
    </message>
    <message>
        <source>In a file that nobody else may read: %1</source>
        <translation>In einer Datei, die niemand sonst lesen darf: %1</translation>
    </message>
    <message>
        <source>Otherwise it is forgotten when CreateZoom is closed. It is kept as plain text in a file that only you can read.</source>
        <translation>Sonst wird es vergessen, wenn CreateZoom geschlossen wird. Es wird als Klartext in einer Datei aufbewahrt, die nur Sie lesen können.</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse:</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>&amp;Token:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Te&amp;st</source>
        <translation>Te&amp;sten</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Forgets this server and its token; its jobs go on</source>
        <translation>Vergisst diesen Server und sein Token; seine Aufträge laufen weiter</translation>
    </message>
    <message>
        <source>⚠ Without https others can read the token on its way.</source>
        <translation>⚠ Ohne https können andere das Token unterwegs lesen.</translation>
    </message>
    <message>
        <source>An address and a token are needed</source>
        <translation>Adresse und Token werden benötigt</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Der Server wird gefragt</translation>
    </message>
</context>
<context>
    <name>createzoom::ServerTest</name>
    <message>
        <source>Connected.</source>
        <translation>Verbunden.</translation>
    </message>
    <message>
        <source>%1. Check the address, and whether the server runs.</source>
        <translation>%1. Prüfen Sie die Adresse und ob der Server läuft.</translation>
    </message>
    <message>
        <source>The server does not accept this token. Copy it anew, whole.</source>
        <translation>Der Server akzeptiert dieses Token nicht. Kopieren Sie es noch einmal vollständig.</translation>
    </message>
    <message>
        <source>The token is good, but only administrators of this server may see all jobs.</source>
        <translation>Das Token ist gültig, aber nur Administratoren dieses Servers dürfen alle Aufträge sehen.</translation>
    </message>
    <message>
        <source>%1. Check the address.</source>
        <translation>%1. Prüfen Sie die Adresse.</translation>
    </message>
</context>
<context>
    <name>createzoom::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>What cannot be kept</source>
        <translation>Was nicht gespeichert werden kann</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Adding</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Überwachte Ordner</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicherort</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Nachfragen</translation>
    </message>
    <message>
        <source>Finish running jobs, then quit</source>
        <translation>Laufende Aufträge fertigstellen, dann beenden</translation>
    </message>
    <message>
        <source>Stop now and continue next time</source>
        <translation>Jetzt anhalten und beim nächsten Mal fortsetzen</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Im Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>&amp;Notify me when the queue has finished or jobs fail</source>
        <translation>&amp;Benachrichtigen, wenn die Warteschlange fertig ist oder Aufträge fehlschlagen</translation>
    </message>
    <message>
        <source>&amp;Keep the computer awake while jobs run</source>
        <translation>&amp;Computer wach halten, solange Aufträge laufen</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Design:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>&amp;When closing while jobs run:</source>
        <translation>Beim Schließen mit &amp;laufenden Aufträgen:</translation>
    </message>
    <message>
        <source>&amp;Offer the REST interface to programs on this computer</source>
        <translation>&amp;REST-Schnittstelle für Programme auf diesem Computer anbieten</translation>
    </message>
    <message>
        <source>Any free one</source>
        <translation>Beliebiger freier</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Addresses of web pages that may use it, separated by blanks, such as https://example.org; * for any</source>
        <translation>Adressen von Webseiten, die sie nutzen dürfen, durch Leerzeichen getrennt, etwa https://example.org; * für beliebige</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>&amp;Port:</translation>
    </message>
    <message>
        <source>&amp;Web pages that may ask:</source>
        <translation>Erlaubte &amp;Webseiten:</translation>
    </message>
    <message>
        <source>These hold from the next start on. If another program has the port, the next free one is taken; the status bar says which.</source>
        <translation>Dies gilt ab dem nächsten Start. Belegt ein anderes Programm den Port, wird der nächste freie genommen; die Statusleiste zeigt, welcher.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>&amp;Memory for tiles:</source>
        <translation>Speicher für &amp;Kacheln:</translation>
    </message>
    <message>
        <source>What a viewer keeps of a picture, so that it need not be read again.</source>
        <translation>Was ein Betrachter von einem Bild behält, damit es nicht erneut gelesen werden muss.</translation>
    </message>
    <message>
        <source>Work folder</source>
        <translation>Arbeitsordner</translation>
    </message>
    <message>
        <source>Work folder:</source>
        <translation>Arbeitsordner:</translation>
    </message>
    <message>
        <source>Kept free there:</source>
        <translation>Dort frei gehalten:</translation>
    </message>
    <message>
        <source>Downloads, and archives for a bucket, lie in the work folder until they are done. Others are written where they go. Both are set in createzoom.toml (data, disk-floor).</source>
        <translation>Downloads und Archive für einen Bucket liegen im Arbeitsordner, bis sie fertig sind. Andere werden direkt an ihr Ziel geschrieben. Beides wird in createzoom.toml festgelegt (data, disk-floor).</translation>
    </message>
    <message>
        <source>“%1” is not the address of a web page, such as https://example.org.</source>
        <translation>„%1“ ist keine Adresse einer Webseite, wie etwa https://example.org.</translation>
    </message>
</context>
<context>
    <name>createzoom::SleepInhibitor</name>
    <message>
        <source>Images are being converted</source>
        <translation>Bilder werden umgewandelt</translation>
    </message>
</context>
<context>
    <name>createzoom::StatusLine</name>
    <message>
        <source>Address of the REST interface</source>
        <translation>Adresse der REST-Schnittstelle</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>Freier Speicherplatz</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 laufend</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 fertig</translation>
    </message>
    <message>
        <source>REST: off</source>
        <translation>REST: aus</translation>
    </message>
    <message>
        <source>REST: %1</source>
        <translation>REST: %1</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>Free on the disk of %1</source>
        <translation>Frei auf dem Datenträger von %1</translation>
    </message>
    <message>
        <source>Show the jobs that run</source>
        <translation>Laufende Aufträge anzeigen</translation>
    </message>
    <message>
        <source>Show the jobs that wait</source>
        <translation>Wartende Aufträge anzeigen</translation>
    </message>
    <message>
        <source>%1 need attention</source>
        <translation>%1 zu prüfen</translation>
    </message>
    <message>
        <source>Show the jobs that failed or need something</source>
        <translation>Aufträge anzeigen, die fehlgeschlagen sind oder etwas benötigen</translation>
    </message>
    <message>
        <source>Show the jobs that are done</source>
        <translation>Fertige Aufträge anzeigen</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>When all is done</source>
        <translation>Wann alles fertig ist</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>Progress of all jobs</source>
        <translation>Fortschritt aller Aufträge</translation>
    </message>
    <message>
        <source>Pausing after running jobs</source>
        <translation>Pausiert nach laufenden Aufträgen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Untätig</translation>
    </message>
    <message>
        <source>all done in %1</source>
        <comment>about 5 min</comment>
        <translation>alles fertig in %1</translation>
    </message>
    <message>
        <source>↓ %1</source>
        <comment>downloads</comment>
        <translation>↓ %1</translation>
    </message>
    <message>
        <source>↑ %1</source>
        <comment>uploads</comment>
        <translation>↑ %1</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Disk full: %1 free</source>
        <translation>Datenträger voll: %1 frei</translation>
    </message>
    <message>
        <source>Low disk: %1 free</source>
        <translation>Wenig Speicherplatz: %1 frei</translation>
    </message>
    <message>
        <source>Show who works for this server</source>
        <translation>Zeigen, wer für diesen Server arbeitet</translation>
    </message>
    <message numerus="yes">
        <source>%n workers</source>
        <translation>
            <numerusform>%n Worker</numerusform>
            <numerusform>%n Worker</numerusform>
        </translation>
    </message>
    <message>
        <source>No workers</source>
        <translation>Keine Worker</translation>
    </message>
</context>
<context>
    <name>createzoom::StepsTab</name>
    <message>
        <source>Get the image</source>
        <translation>Bild holen</translation>
    </message>
    <message>
        <source>Build and pack the pyramid</source>
        <translation>Pyramide erstellen und packen</translation>
    </message>
    <message>
        <source>Send the archive</source>
        <translation>Archiv senden</translation>
    </message>
    <message>
        <source>Steps of the job</source>
        <translation>Schritte des Auftrags</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Handed on</source>
        <translation>Weitergegeben</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>Steht aus</translation>
    </message>
</context>
<context>
    <name>createzoom::ThroughputGraph</name>
    <message>
        <source>Speed in the last 60 minutes</source>
        <translation>Tempo in den letzten 60 Minuten</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Speed, at most %1</source>
        <translation>Tempo, höchstens %1</translation>
    </message>
    <message>
        <source>60 min ago</source>
        <translation>vor 60 min</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>No speed measured yet</source>
        <translation>Noch kein Tempo gemessen</translation>
    </message>
</context>
<context>
    <name>createzoom::TokenDialog</name>
    <message>
        <source>Token for a bucket</source>
        <translation>Token für einen Bucket</translation>
    </message>
    <message>
        <source>&amp;Use the token</source>
        <translation>Token &amp;verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>createzoom::TokenEdit</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Paste the token here</source>
        <translation>Token hier einfügen</translation>
    </message>
    <message>
        <source>Proves to the bucket who you are. It is kept sealed until the jobs end, and is never shown</source>
        <translation>Weist Sie gegenüber dem Bucket aus. Es wird bis zum Ende der Aufträge verschlüsselt aufbewahrt und nie angezeigt</translation>
    </message>
    <message>
        <source>How long the token holds</source>
        <translation>Wie lange das Token gilt</translation>
    </message>
    <message>
        <source>This token does not say how long it holds.</source>
        <translation>Dieses Token gibt nicht an, wie lange es gilt.</translation>
    </message>
    <message>
        <source>Expired at %1. Sign in again and paste a new one.</source>
        <translation>Abgelaufen am %1. Melden Sie sich erneut an und fügen Sie ein neues ein.</translation>
    </message>
    <message>
        <source>Holds for %1, until %2.</source>
        <translation>Gilt noch %1, bis %2.</translation>
    </message>
</context>
<context>
    <name>createzoom::ViewerActions</name>
    <message>
        <source>Small &amp;map</source>
        <translation>Kleine &amp;Karte</translation>
    </message>
    <message>
        <source>Scale &amp;bar</source>
        <translation>&amp;Maßstabsbalken</translation>
    </message>
    <message>
        <source>&amp;Tile frames</source>
        <translation>Kac&amp;helrahmen</translation>
    </message>
    <message>
        <source>&amp;Copy view</source>
        <translation>&amp;Ausschnitt kopieren</translation>
    </message>
    <message>
        <source>&amp;Save view...</source>
        <translation>Ausschnitt &amp;speichern...</translation>
    </message>
    <message>
        <source>&amp;Previous picture</source>
        <translation>&amp;Vorheriges Bild</translation>
    </message>
    <message>
        <source>&amp;Next picture</source>
        <translation>&amp;Nächstes Bild</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Verkl&amp;einern</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>Alles &amp;zeigen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Turn &amp;right</source>
        <translation>Nach &amp;rechts drehen</translation>
    </message>
    <message>
        <source>Turn &amp;left</source>
        <translation>Nach &amp;links drehen</translation>
    </message>
    <message>
        <source>The view was copied.</source>
        <translation>Der Ausschnitt wurde kopiert.</translation>
    </message>
    <message>
        <source>view</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>Ausschnitt speichern</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>The view was saved as %1.</source>
        <translation>Der Ausschnitt wurde als %1 gespeichert.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>createzoom::ViewerWidget</name>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>Image viewer</source>
        <translation>Bildbetrachter</translation>
    </message>
    <message>
        <source>Plus and minus zoom, the arrow keys move, 0 shows all, 1 shows full size</source>
        <translation>Plus und Minus zoomen, die Pfeiltasten verschieben, 0 zeigt alles, 1 zeigt die volle Größe</translation>
    </message>
    <message>
        <source>%1, %2 px</source>
        <translation>%1, %2 px</translation>
    </message>
    <message>
        <source>%1, %2 µm</source>
        <translation>%1, %2 µm</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>Ebene %1</translation>
    </message>
    <message>
        <source>still being made</source>
        <translation>wird noch erstellt</translation>
    </message>
    <message>
        <source>level %1 of %2</source>
        <translation>Ebene %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n tiles in memory</source>
        <translation>
            <numerusform>%n Kachel im Speicher</numerusform>
            <numerusform>%n Kacheln im Speicher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tiles waiting</source>
        <translation>
            <numerusform>%n Kachel wartet</numerusform>
            <numerusform>%n Kacheln warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Its tiles are too small to be shown.</source>
        <translation>Die Kacheln sind zu klein, um angezeigt zu werden.</translation>
    </message>
</context>
<context>
    <name>createzoom::ViewerWindow</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>Ö&amp;ffnen...</translation>
    </message>
    <message>
        <source>Deep Zoom (*.dzip *.szi *.dzi)</source>
        <translation>Deep Zoom (*.dzip *.szi *.dzi)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Full &amp;screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Position and zoom</source>
        <translation>Position und Zoom</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 von %3)</translation>
    </message>
    <message>
        <source>Open another &amp;file...</source>
        <translation>&amp;Weitere Datei öffnen...</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>Open pyramids</source>
        <translation>Pyramiden öffnen</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation>%1 kann nicht angezeigt werden</translation>
    </message>
</context>
<context>
    <name>createzoom::WatchPage</name>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Überwachte Ordner</translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>Ordner &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Ticked: watched</source>
        <translation>Angehakt: überwacht</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>Zu überwachender Ordner</translation>
    </message>
    <message>
        <source>Images that arrive in these folders, or below them, are converted as the page Adding says. An image is taken once, when it has not changed for 10 seconds. For a bucket a token is asked for after each start.</source>
        <translation>Bilder, die in diesen Ordnern oder darunter ankommen, werden konvertiert, wie die Seite „Hinzufügen“ es sagt. Ein Bild wird einmal genommen, wenn es sich 10 Sekunden lang nicht geändert hat. Für einen Bucket wird nach jedem Start nach einem Token gefragt.</translation>
    </message>
    <message>
        <source>Archives of this folder go &amp;elsewhere</source>
        <translation>Archive dieses Ordners gehen &amp;woandershin</translation>
    </message>
</context>
<context>
    <name>createzoom::WindowActions</name>
    <message>
        <source>Retry all &amp;failed (%1)</source>
        <translation>Alle &amp;fehlgeschlagenen wiederholen (%1)</translation>
    </message>
    <message>
        <source>Retry all &amp;failed</source>
        <translation>Alle &amp;fehlgeschlagenen wiederholen</translation>
    </message>
    <message>
        <source>&amp;Start queue</source>
        <translation>Warteschlange &amp;starten</translation>
    </message>
    <message>
        <source>&amp;Pause queue</source>
        <translation>Warteschlange &amp;pausieren</translation>
    </message>
    <message>
        <source>Begin waiting jobs again</source>
        <translation>Wartende Aufträge wieder beginnen</translation>
    </message>
    <message>
        <source>Begin no more jobs; those that run go on</source>
        <translation>Keine weiteren Aufträge beginnen; laufende gehen weiter</translation>
    </message>
    <message>
        <source>Start queue</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Pause queue</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>createzoom::WindowSession</name>
    <message>
        <source>&amp;Show the window</source>
        <translation>&amp;Fenster anzeigen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message numerus="yes">
        <source>CreateZoom ends when %n running jobs have finished. No other is begun.</source>
        <translation>
            <numerusform>CreateZoom wird beendet, wenn der laufende Auftrag fertig ist. Kein weiterer wird begonnen.</numerusform>
            <numerusform>CreateZoom wird beendet, wenn %n laufende Aufträge fertig sind. Kein weiterer wird begonnen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay open</source>
        <translation>Geöffnet bleiben</translation>
    </message>
    <message>
        <source>Watched folders wait: a token for the bucket folder %1 is needed.</source>
        <translation>Überwachte Ordner warten: Für den Bucket-Ordner %1 wird ein Token benötigt.</translation>
    </message>
    <message>
        <source>Paste a token…</source>
        <translation>Token einfügen…</translation>
    </message>
    <message>
        <source>Images that arrive in watched folders go to the bucket folder %1. The token is forgotten when the program ends.</source>
        <translation>Bilder, die in überwachten Ordnern ankommen, gehen in den Bucket-Ordner %1. Das Token wird vergessen, wenn das Programm endet.</translation>
    </message>
    <message>
        <source>The token for the bucket folder %1 was refused: it was revoked or has expired. Watched folders wait; with a new one the jobs that failed run again.</source>
        <translation>Das Token für den Bucket-Ordner %1 wurde abgelehnt: Es wurde widerrufen oder ist abgelaufen. Überwachte Ordner warten; mit einem neuen laufen die fehlgeschlagenen Aufträge noch einmal.</translation>
    </message>
</context>
<context>
    <name>createzoom::WorkersTab</name>
    <message>
        <source>No sign of life</source>
        <translation>Kein Lebenszeichen</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>Arbeitet</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Untätig</translation>
    </message>
    <message>
        <source>Takes requests</source>
        <translation>Nimmt Anfragen an</translation>
    </message>
    <message>
        <source>Workers of the server</source>
        <translation>Worker des Servers</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>At work on</source>
        <translation>Arbeitet an</translation>
    </message>
    <message>
        <source>Jobs at a time</source>
        <translation>Aufträge zugleich</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Nobody works here. On a machine of this server: createzoomd --worker</source>
        <translation>Hier arbeitet niemand. Auf einem Rechner dieses Servers: createzoomd --worker</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <comment>image, step, percent</comment>
        <translation>%1 (%2, %3)</translation>
    </message>
</context>
</TS>
