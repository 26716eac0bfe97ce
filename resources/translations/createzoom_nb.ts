<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb">
<context>
    <name>AddReport</name>
    <message>
        <source>Added a job</source>
        <translation>La til en jobb</translation>
    </message>
    <message numerus="yes">
        <source>Added %n jobs</source>
        <translation>
            <numerusform>La til %n jobb</numerusform>
            <numerusform>La til %n jobber</numerusform>
        </translation>
    </message>
    <message>
        <source>Not added, as they are no images: %1. Add files… takes them whatever their names.</source>
        <translation>Ikke lagt til, fordi de ikke er bilder: %1. Legg til filer… tar dem uansett navn.</translation>
    </message>
    <message>
        <source>Not there any more: %1.</source>
        <translation>Finnes ikke lenger: %1.</translation>
    </message>
    <message>
        <source>Not added, as an image of the same name goes to the same folder: %1. Add them with another destination.</source>
        <translation>Ikke lagt til, fordi et bilde med samme navn skal til samme mappe: %1. Legg dem til med et annet mål.</translation>
    </message>
    <message>
        <source>No images were found there.</source>
        <translation>Fant ingen bilder der.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n til</numerusform>
            <numerusform>%n til</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deed</name>
    <message>
        <source>&amp;Add files…</source>
        <translation>&amp;Legg til filer…</translation>
    </message>
    <message>
        <source>Add images to convert</source>
        <translation>Legg til bilder som skal konverteres</translation>
    </message>
    <message>
        <source>Choose &quot;This computer&quot; to add images</source>
        <translation>Velg «Denne datamaskinen» for å legge til bilder</translation>
    </message>
    <message>
        <source>Add &amp;folder…</source>
        <translation>Legg til &amp;mappe…</translation>
    </message>
    <message>
        <source>Add all images below a folder</source>
        <translation>Legg til alle bilder under en mappe</translation>
    </message>
    <message>
        <source>Add from &amp;bucket…</source>
        <translation>Legg til fra &amp;bøtte…</translation>
    </message>
    <message>
        <source>Add images of a bucket</source>
        <translation>Legg til bilder fra en bøtte</translation>
    </message>
    <message>
        <source>&amp;Paste files</source>
        <translation>Lim &amp;inn filer</translation>
    </message>
    <message>
        <source>Add the files and paths on the clipboard</source>
        <translation>Legg til filene og stiene på utklippstavlen</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>I&amp;nnstillinger…</translation>
    </message>
    <message>
        <source>Change how CreateZoom works</source>
        <translation>Endre hvordan CreateZoom virker</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Avslutt</translation>
    </message>
    <message>
        <source>Close CreateZoom</source>
        <translation>Lukk CreateZoom</translation>
    </message>
    <message>
        <source>&amp;Copy names and paths</source>
        <translation>&amp;Kopier navn og stier</translation>
    </message>
    <message>
        <source>Copy names and paths of the selected jobs</source>
        <translation>Kopier navn og stier til de merkede jobbene</translation>
    </message>
    <message>
        <source>Select a job to copy its name</source>
        <translation>Merk en jobb for å kopiere navnet</translation>
    </message>
    <message>
        <source>Copy &amp;report</source>
        <translation>Kopier &amp;rapport</translation>
    </message>
    <message>
        <source>Copy all that is known of the selected jobs, without secrets</source>
        <translation>Kopier alt som er kjent om de merkede jobbene, uten hemmeligheter</translation>
    </message>
    <message>
        <source>Select a job to copy its report</source>
        <translation>Merk en jobb for å kopiere rapporten</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Merk alle</translation>
    </message>
    <message>
        <source>Select all jobs that are shown</source>
        <translation>Merk alle jobber som vises</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Finn…</translation>
    </message>
    <message>
        <source>Search name, path, id</source>
        <translation>Søk i navn, sti, id</translation>
    </message>
    <message>
        <source>&amp;Pause queue</source>
        <translation>&amp;Pause køen</translation>
    </message>
    <message>
        <source>Begin no more jobs; those that run go on</source>
        <translation>Begynn ikke på flere jobber; de som kjører, fortsetter</translation>
    </message>
    <message>
        <source>Pause &amp;now</source>
        <translation>Pause &amp;nå</translation>
    </message>
    <message>
        <source>Begin no more jobs, and pause those that run</source>
        <translation>Begynn ikke på flere jobber, og sett dem som kjører, på pause</translation>
    </message>
    <message>
        <source>Retry all &amp;failed</source>
        <translation>Prøv alle m&amp;islykkede igjen</translation>
    </message>
    <message>
        <source>Run all failed jobs again</source>
        <translation>Kjør alle mislykkede jobber på nytt</translation>
    </message>
    <message>
        <source>No job has failed</source>
        <translation>Ingen jobb har mislyktes</translation>
    </message>
    <message>
        <source>&amp;Clear finished</source>
        <translation>&amp;Fjern avsluttede</translation>
    </message>
    <message>
        <source>Remove done, cancelled and skipped jobs from the list; images and archives stay</source>
        <translation>Fjern jobber som er ferdige, avbrutt eller hoppet over, fra listen; bilder og arkiver blir værende</translation>
    </message>
    <message>
        <source>No job has finished</source>
        <translation>Ingen jobb er avsluttet</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vis</translation>
    </message>
    <message>
        <source>Look at the picture, while it is being made too</source>
        <translation>Se på bildet, også mens det lages</translation>
    </message>
    <message>
        <source>Select a job that is done or running to view it</source>
        <translation>Merk en jobb som er ferdig eller kjører, for å se den</translation>
    </message>
    <message>
        <source>Open &amp;output folder</source>
        <translation>Åpne &amp;resultatmappe</translation>
    </message>
    <message>
        <source>Show the folder of the archive</source>
        <translation>Vis mappen med arkivet</translation>
    </message>
    <message>
        <source>Select a finished job with an archive on this computer</source>
        <translation>Merk en ferdig jobb med et arkiv på denne datamaskinen</translation>
    </message>
    <message>
        <source>Open &amp;source folder</source>
        <translation>Åpne &amp;kildemappe</translation>
    </message>
    <message>
        <source>Show the folder of the image</source>
        <translation>Vis mappen med bildet</translation>
    </message>
    <message>
        <source>Select a job with an image on this computer</source>
        <translation>Merk en jobb med et bilde på denne datamaskinen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Pause the selected jobs. Downloads and uploads stop at once, a pyramid is finished first</source>
        <translation>Sett de merkede jobbene på pause. Nedlastinger og opplastinger stopper straks, en pyramide fullføres først</translation>
    </message>
    <message>
        <source>Select a waiting or running job to pause</source>
        <translation>Merk en ventende eller kjørende jobb for å sette den på pause</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>&amp;Fortsett</translation>
    </message>
    <message>
        <source>Go on with the selected jobs</source>
        <translation>Fortsett med de merkede jobbene</translation>
    </message>
    <message>
        <source>Select a paused job to resume</source>
        <translation>Merk en jobb på pause for å fortsette den</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Avbryt</translation>
    </message>
    <message>
        <source>Stop the selected jobs</source>
        <translation>Stopp de merkede jobbene</translation>
    </message>
    <message>
        <source>Select a waiting or running job to cancel</source>
        <translation>Merk en ventende eller kjørende jobb for å avbryte den</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>Prøv &amp;igjen</translation>
    </message>
    <message>
        <source>Run the selected jobs again</source>
        <translation>Kjør de merkede jobbene på nytt</translation>
    </message>
    <message>
        <source>Select a failed or cancelled job to retry</source>
        <translation>Merk en mislykket eller avbrutt jobb for å prøve den igjen</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>F&amp;jern</translation>
    </message>
    <message>
        <source>Remove the selected jobs from the list; images and archives stay</source>
        <translation>Fjern de merkede jobbene fra listen; bilder og arkiver blir værende</translation>
    </message>
    <message>
        <source>Select a job that has ended to remove it from the list</source>
        <translation>Merk en avsluttet jobb for å fjerne den fra listen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Flytt &amp;opp</translation>
    </message>
    <message>
        <source>Begin the selected jobs earlier</source>
        <translation>Begynn på de merkede jobbene tidligere</translation>
    </message>
    <message>
        <source>Select a waiting job to move it</source>
        <translation>Merk en ventende jobb for å flytte den</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Flytt &amp;ned</translation>
    </message>
    <message>
        <source>Begin the selected jobs later</source>
        <translation>Begynn på de merkede jobbene senere</translation>
    </message>
    <message>
        <source>Move to &amp;top</source>
        <translation>Flytt &amp;øverst</translation>
    </message>
    <message>
        <source>Begin the selected jobs next</source>
        <translation>Begynn på de merkede jobbene som de neste</translation>
    </message>
    <message>
        <source>Move to &amp;bottom</source>
        <translation>Flytt n&amp;ederst</translation>
    </message>
    <message>
        <source>Begin the selected jobs last</source>
        <translation>Begynn på de merkede jobbene til slutt</translation>
    </message>
    <message>
        <source>&amp;Options…</source>
        <translation>Va&amp;lg…</translation>
    </message>
    <message>
        <source>See or change how the selected jobs are converted</source>
        <translation>Se eller endre hvordan de merkede jobbene konverteres</translation>
    </message>
    <message>
        <source>Select a job to see its options</source>
        <translation>Merk en jobb for å se valgene</translation>
    </message>
    <message>
        <source>&amp;Filters</source>
        <translation>&amp;Filtre</translation>
    </message>
    <message>
        <source>Show or hide the filters</source>
        <translation>Vis eller skjul filtrene</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Detaljer</translation>
    </message>
    <message>
        <source>Show or hide the details of the selected job</source>
        <translation>Vis eller skjul detaljene om den merkede jobben</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>F&amp;orhåndsvisning</translation>
    </message>
    <message>
        <source>Show the picture of the selected job, or its overview again</source>
        <translation>Vis bildet til den merkede jobben, eller oversikten igjen</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Logg</translation>
    </message>
    <message>
        <source>Show the log of the selected job</source>
        <translation>Vis loggen til den merkede jobben</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>O&amp;ppdater</translation>
    </message>
    <message>
        <source>Ask for the state of queue and disk now, and sort anew</source>
        <translation>Hent tilstanden til kø og disk nå, og sorter på nytt</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Neste rute</translation>
    </message>
    <message>
        <source>Go to the next part of the window</source>
        <translation>Gå til neste del av vinduet</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>Fo&amp;rrige rute</translation>
    </message>
    <message>
        <source>Go to the previous part of the window</source>
        <translation>Gå til forrige del av vinduet</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>F&amp;ullskjerm</translation>
    </message>
    <message>
        <source>Use the whole screen, or a window again</source>
        <translation>Bruk hele skjermen, eller et vindu igjen</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastatursnarveier</translation>
    </message>
    <message>
        <source>List all keys</source>
        <translation>Vis alle taster</translation>
    </message>
    <message>
        <source>&amp;About CreateZoom</source>
        <translation>&amp;Om CreateZoom</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Versjon og lisens</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Filer</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Mappe</translation>
    </message>
    <message>
        <source>Open output</source>
        <translation>Åpne resultat</translation>
    </message>
    <message>
        <source>&amp;Comfortable rows</source>
        <translation>&amp;Høye rader</translation>
    </message>
    <message>
        <source>Taller rows with a picture of each job</source>
        <translation>Høyere rader med et bilde av hver jobb</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>cancelled</source>
        <translation>avbrutt</translation>
    </message>
    <message>
        <source>Retry the job if this was not meant.</source>
        <translation>Prøv jobben igjen hvis dette ikke var meningen.</translation>
    </message>
    <message>
        <source>wrong use</source>
        <translation>feil bruk</translation>
    </message>
    <message>
        <source>Check what was entered.</source>
        <translation>Kontroller det som ble skrevet inn.</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>ikke godtatt</translation>
    </message>
    <message>
        <source>A name or an option is not allowed.</source>
        <translation>Et navn eller et valg er ikke tillatt.</translation>
    </message>
    <message>
        <source>Rename the file or change the option, then add it again.</source>
        <translation>Gi filen et nytt navn eller endre valget, og legg den så til på nytt.</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>ikke funnet</translation>
    </message>
    <message>
        <source>It may have been moved, renamed or deleted since it was added.</source>
        <translation>Den kan være flyttet, omdøpt eller slettet etter at den ble lagt til.</translation>
    </message>
    <message>
        <source>Put it back and retry, or remove the job and add it from its new place.</source>
        <translation>Legg den tilbake og prøv igjen, eller fjern jobben og legg den til fra det nye stedet.</translation>
    </message>
    <message>
        <source>needs sign-in</source>
        <translation>krever innlogging</translation>
    </message>
    <message>
        <source>The bucket did not accept the token.</source>
        <translation>Bøtten godtok ikke tokenet.</translation>
    </message>
    <message>
        <source>Sign in again and send the job with a new token.</source>
        <translation>Logg inn på nytt og send jobben med et nytt token.</translation>
    </message>
    <message>
        <source>sign-in expired</source>
        <translation>innlogging utløpt</translation>
    </message>
    <message>
        <source>A token holds for a limited time only, and is erased when its job ends.</source>
        <translation>Et token er bare gyldig en begrenset tid, og slettes når jobben er slutt.</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>ingen tilgang</translation>
    </message>
    <message>
        <source>You may not read the source or not write to the destination.</source>
        <translation>Du har ikke lov til å lese kilden eller skrive til målet.</translation>
    </message>
    <message>
        <source>Ask its owner for the right, or choose another destination.</source>
        <translation>Be eieren om tilgang, eller velg et annet mål.</translation>
    </message>
    <message>
        <source>output exists</source>
        <translation>resultatet finnes</translation>
    </message>
    <message>
        <source>There is a file of that name, or another job makes it, and it may not be replaced.</source>
        <translation>Det finnes en fil med det navnet, eller en annen jobb lager den, og den kan ikke erstattes.</translation>
    </message>
    <message>
        <source>Move it away or choose another destination, then retry.</source>
        <translation>Flytt den eller velg et annet mål, og prøv så igjen.</translation>
    </message>
    <message>
        <source>not an image</source>
        <translation>ikke et bilde</translation>
    </message>
    <message>
        <source>The file holds something else, whatever its name says.</source>
        <translation>Filen inneholder noe annet, uansett hva navnet sier.</translation>
    </message>
    <message>
        <source>Open it in the program that made it and export a TIFF.</source>
        <translation>Åpne den i programmet som laget den, og eksporter en TIFF.</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>skadet</translation>
    </message>
    <message>
        <source>The file is cut off or broken, often by a copy that did not finish.</source>
        <translation>Filen er avkuttet eller ødelagt, ofte av en kopiering som ikke ble fullført.</translation>
    </message>
    <message>
        <source>Copy it again from where it came, then retry.</source>
        <translation>Kopier den på nytt fra der den kom fra, og prøv så igjen.</translation>
    </message>
    <message>
        <source>format not supported</source>
        <translation>formatet støttes ikke</translation>
    </message>
    <message>
        <source>Export it as TIFF or OME-TIFF, then add that file.</source>
        <translation>Eksporter den som TIFF eller OME-TIFF, og legg så til den filen.</translation>
    </message>
    <message>
        <source>over a limit</source>
        <translation>over en grense</translation>
    </message>
    <message>
        <source>The image is larger than the limits of this program allow.</source>
        <translation>Bildet er større enn grensene i dette programmet tillater.</translation>
    </message>
    <message>
        <source>Export a smaller part of it.</source>
        <translation>Eksporter en mindre del av det.</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>ikke nok minne</translation>
    </message>
    <message>
        <source>Some formats can only be read as a whole.</source>
        <translation>Noen formater kan bare leses i sin helhet.</translation>
    </message>
    <message>
        <source>Allow more memory in the settings, or export it as a tiled TIFF.</source>
        <translation>Tillat mer minne i innstillingene, eller eksporter det som TIFF med fliser.</translation>
    </message>
    <message>
        <source>took too long</source>
        <translation>tok for lang tid</translation>
    </message>
    <message>
        <source>The step did not end within its time limit.</source>
        <translation>Trinnet ble ikke ferdig innen tidsgrensen.</translation>
    </message>
    <message>
        <source>Retry when the disk and the network are less busy.</source>
        <translation>Prøv igjen når disken og nettverket er mindre opptatt.</translation>
    </message>
    <message>
        <source>decoder crashed</source>
        <translation>dekoderen krasjet</translation>
    </message>
    <message>
        <source>The file is probably damaged or of an unusual kind. No other job is affected.</source>
        <translation>Filen er sannsynligvis skadet eller av en uvanlig type. Ingen annen jobb er berørt.</translation>
    </message>
    <message>
        <source>Open it in another program and export a TIFF.</source>
        <translation>Åpne den i et annet program og eksporter en TIFF.</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>disken er full</translation>
    </message>
    <message>
        <source>There is not enough free space for the archive.</source>
        <translation>Det er ikke nok ledig plass til arkivet.</translation>
    </message>
    <message>
        <source>Free some space; the job goes on by itself.</source>
        <translation>Frigjør plass; jobben fortsetter av seg selv.</translation>
    </message>
    <message>
        <source>file error</source>
        <translation>filfeil</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>En fil kunne ikke leses eller skrives.</translation>
    </message>
    <message>
        <source>Check the rights of its folder and that the disk is connected, then retry.</source>
        <translation>Kontroller rettighetene til mappen og at disken er tilkoblet, og prøv så igjen.</translation>
    </message>
    <message>
        <source>network error</source>
        <translation>nettverksfeil</translation>
    </message>
    <message>
        <source>The connection was refused or lost.</source>
        <translation>Forbindelsen ble avvist eller brutt.</translation>
    </message>
    <message>
        <source>Check the connection, then retry.</source>
        <translation>Kontroller forbindelsen, og prøv så igjen.</translation>
    </message>
    <message>
        <source>server busy</source>
        <translation>serveren er opptatt</translation>
    </message>
    <message>
        <source>The server asks to come back later.</source>
        <translation>Serveren ber om at du prøver igjen senere.</translation>
    </message>
    <message>
        <source>Retry in some minutes.</source>
        <translation>Prøv igjen om noen minutter.</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>serverfeil</translation>
    </message>
    <message>
        <source>The bucket&apos;s server has a problem of its own.</source>
        <translation>Serveren til bøtten har selv et problem.</translation>
    </message>
    <message>
        <source>changed on the way</source>
        <translation>endret underveis</translation>
    </message>
    <message>
        <source>What arrived is not what was sent.</source>
        <translation>Det som kom fram, er ikke det som ble sendt.</translation>
    </message>
    <message>
        <source>Retry; if it happens again, check disk and network.</source>
        <translation>Prøv igjen; hvis det skjer på nytt, kontroller disk og nettverk.</translation>
    </message>
    <message>
        <source>queue full</source>
        <translation>køen er full</translation>
    </message>
    <message>
        <source>As many jobs wait as are allowed.</source>
        <translation>Det venter så mange jobber som er tillatt.</translation>
    </message>
    <message>
        <source>Add the rest when some have finished.</source>
        <translation>Legg til resten når noen er ferdige.</translation>
    </message>
    <message>
        <source>store not available</source>
        <translation>lageret mangler</translation>
    </message>
    <message>
        <source>The store of jobs cannot be reached now.</source>
        <translation>Lageret for jobber kan ikke nås nå.</translation>
    </message>
    <message>
        <source>Check the disk of the data folder; nothing that was accepted is lost.</source>
        <translation>Kontroller disken med datamappen; ingenting som ble godtatt, er tapt.</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>ikke mulig nå</translation>
    </message>
    <message>
        <source>Wait until the job has ended.</source>
        <translation>Vent til jobben er slutt.</translation>
    </message>
    <message>
        <source>internal error</source>
        <translation>intern feil</translation>
    </message>
    <message>
        <source>This is a defect of CreateZoom.</source>
        <translation>Dette er en feil i CreateZoom.</translation>
    </message>
    <message>
        <source>Please report it with the technical details.</source>
        <translation>Meld fra om den, med de tekniske detaljene.</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: «%2»</translation>
    </message>
    <message>
        <source>server stopping</source>
        <translation>serveren stopper</translation>
    </message>
    <message>
        <source>The server is about to end and takes no new work.</source>
        <translation>Serveren avsluttes snart og tar ikke imot nytt arbeid.</translation>
    </message>
    <message>
        <source>Try again when it has been started again.</source>
        <translation>Prøv igjen når den er startet på nytt.</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>ikke forstått</translation>
    </message>
    <message>
        <source>The server expects another form of what was sent.</source>
        <translation>Serveren venter det som ble sendt, i en annen form.</translation>
    </message>
    <message>
        <source>Use versions of the window and the server that match.</source>
        <translation>Bruk versjoner av vinduet og serveren som passer sammen.</translation>
    </message>
</context>
<context>
    <name>JobColumns</name>
    <message>
        <source>own options</source>
        <translation>egne valg</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Trinn</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Framdrift</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Gjenstår</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Hastighet</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Størrelse</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kilde</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Lagt til</translation>
    </message>
    <message>
        <source>Output size</source>
        <translation>Arkivstørrelse</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Forhold</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Dimensjoner</translation>
    </message>
    <message>
        <source>Levels / tiles</source>
        <translation>Nivåer / fliser</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Mål</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Ferdig</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Varighet</translation>
    </message>
    <message>
        <source>Waiting time</source>
        <translation>Ventetid</translation>
    </message>
    <message>
        <source>Failed attempts</source>
        <translation>Mislykkede forsøk</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Forhåndsinnstilling</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Arbeider</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Feil</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Jobb</translation>
    </message>
    <message>
        <source>Submitted by</source>
        <translation>Sendt inn av</translation>
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
        <translation>Bilde</translation>
    </message>
</context>
<context>
    <name>JobText</name>
    <message>
        <source>Waiting</source>
        <translation>Venter</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Kjører</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>På pause</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>Prøver igjen</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blokkert</translation>
    </message>
    <message>
        <source>Needs sign-in</source>
        <translation>Krever innlogging</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Stopper…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Ferdig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Feil</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Avbrutt</translation>
    </message>
    <message>
        <source>Skipped (exists)</source>
        <translation>Hoppet over (finnes)</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Stanset uventet</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Hent</translation>
    </message>
    <message>
        <source>Pyramid</source>
        <translation>Pyramide</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pakk</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Done with warnings</source>
        <translation>Ferdig med advarsler</translation>
    </message>
    <message>
        <source>Retrying at %1</source>
        <translation>Prøver igjen kl. %1</translation>
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
        <translation>%1, %2, trinn %3, %4</translation>
    </message>
    <message>
        <source>REST</source>
        <translation>REST</translation>
    </message>
    <message>
        <source>Watch folder</source>
        <translation>Overvåket mappe</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Vindu</translation>
    </message>
    <message>
        <source>%1: %2, %3, pauses after this step</source>
        <translation>%1: %2, %3, tar pause etter dette trinnet</translation>
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
        <translation>Som de er</translation>
    </message>
    <message>
        <source>&amp;Format of the tiles</source>
        <translation>&amp;Flisformat</translation>
    </message>
    <message>
        <source>JPEG is small; PNG keeps every colour exactly and is several times larger</source>
        <translation>JPEG er lite; PNG bevarer hver farge nøyaktig og er flere ganger større</translation>
    </message>
    <message>
        <source>JPEG &amp;quality</source>
        <translation>JPEG-&amp;kvalitet</translation>
    </message>
    <message>
        <source>From 1 to 100; 75 is what readers expect</source>
        <translation>Fra 1 til 100; 75 er det leserne forventer</translation>
    </message>
    <message>
        <source>&amp;Tile size</source>
        <translation>Flis&amp;størrelse</translation>
    </message>
    <message>
        <source>Width and height of a tile, without what neighbours share</source>
        <translation>Bredde og høyde på en flis, uten det naboene deler</translation>
    </message>
    <message>
        <source>O&amp;verlap</source>
        <translation>&amp;Overlapp</translation>
    </message>
    <message>
        <source>Pixels that neighbouring tiles share; at most half of the tile size</source>
        <translation>Piksler som nabofliser deler; høyst halve flisstørrelsen</translation>
    </message>
    <message>
        <source>&amp;Whole slides</source>
        <translation>&amp;Hele objektglass</translation>
    </message>
    <message>
        <source>Slides and TIFF files whose tiles are JPEG can keep them, byte for byte: no loss, their tile size, no overlap</source>
        <translation>Objektglass og TIFF-filer med JPEG-fliser kan beholde dem, byte for byte: uten tap, med deres flisstørrelse, uten overlapp</translation>
    </message>
    <message>
        <source>Encode new tiles</source>
        <translation>Kod nye fliser</translation>
    </message>
    <message>
        <source>Keep the slide&apos;s tiles (lossless)</source>
        <translation>Behold objektglassets fliser (tapsfritt)</translation>
    </message>
    <message>
        <source>&amp;Coarser levels</source>
        <translation>&amp;Grovere nivåer</translation>
    </message>
    <message>
        <source>How four pixels become one; the average makes new colours, which segmentations must not have</source>
        <translation>Hvordan fire piksler blir til én; gjennomsnittet lager nye farger, som segmenteringer ikke må ha</translation>
    </message>
    <message>
        <source>Average of the pixels</source>
        <translation>Gjennomsnitt av pikslene</translation>
    </message>
    <message>
        <source>One of the pixels</source>
        <translation>Én av pikslene</translation>
    </message>
    <message>
        <source>Most frequent colour</source>
        <translation>Vanligste farge</translation>
    </message>
    <message>
        <source>&amp;Black and white</source>
        <translation>Svart og h&amp;vitt</translation>
    </message>
    <message>
        <source>Which values become black and white, in images of more than 8 bits</source>
        <translation>Hvilke verdier som blir svart og hvitt, i bilder med mer enn 8 biter</translation>
    </message>
    <message>
        <source>C&amp;hannels</source>
        <translation>Ka&amp;naler</translation>
    </message>
    <message>
        <source>Fluorescence: numbers of channels from 1, such as 1,2,3; empty: the picture as it is</source>
        <translation>Fluorescens: kanalnumre fra 1, for eksempel 1,2,3; tomt: bildet som det er</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>S&amp;ide</translation>
    </message>
    <message>
        <source>Of files with several pages or levels, counted from 0</source>
        <translation>I filer med flere sider eller nivåer, talt fra 0</translation>
    </message>
    <message>
        <source>The largest</source>
        <translation>Den største</translation>
    </message>
    <message>
        <source>Back&amp;ground</source>
        <translation>&amp;Bakgrunn</translation>
    </message>
    <message>
        <source>The colour under transparent pixels</source>
        <translation>Fargen under gjennomsiktige piksler</translation>
    </message>
    <message>
        <source>&amp;Damaged images</source>
        <translation>Ska&amp;dede bilder</translation>
    </message>
    <message>
        <source>Where an image is cut off, the missing part can be left grey</source>
        <translation>Der et bilde er avkuttet, kan delen som mangler, forbli grå</translation>
    </message>
    <message>
        <source>Report an error</source>
        <translation>Meld en feil</translation>
    </message>
    <message>
        <source>Convert what is there</source>
        <translation>Konverter det som finnes</translation>
    </message>
    <message>
        <source>If the archive &amp;exists</source>
        <translation>Hvis &amp;arkivet finnes</translation>
    </message>
    <message>
        <source>What to do when there is an archive of that name already</source>
        <translation>Hva som skal gjøres når det allerede finnes et arkiv med det navnet</translation>
    </message>
    <message>
        <source>Skip the image</source>
        <translation>Hopp over bildet</translation>
    </message>
    <message>
        <source>Use another name</source>
        <translation>Bruk et annet navn</translation>
    </message>
    <message>
        <source>Replace the archive</source>
        <translation>Erstatt arkivet</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Standard (JPEG tiles)</source>
        <translation>Standard (JPEG-fliser)</translation>
    </message>
    <message>
        <source>Segmentation (exact colours)</source>
        <translation>Segmentering (nøyaktige farger)</translation>
    </message>
</context>
<context>
    <name>QueueForecastText</name>
    <message>
        <source>about a minute</source>
        <translation>ca. ett minutt</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>ca. %1 min</translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation>ca. %1 t</translation>
    </message>
    <message>
        <source>about %1 h %2 min</source>
        <translation>ca. %1 t %2 min</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>%1 needs more memory than there is</source>
        <translation>%1 trenger mer minne enn det finnes</translation>
    </message>
    <message>
        <source>There is no room for the temporary pixels of %1</source>
        <translation>Det er ikke plass til de midlertidige pikslene til %1</translation>
    </message>
    <message>
        <source>%1 is of a kind that cannot be read here</source>
        <translation>%1 er av en type som ikke kan leses her</translation>
    </message>
    <message>
        <source>%1 is compressed in a way that cannot be read here</source>
        <translation>%1 er komprimert på en måte som ikke kan leses her</translation>
    </message>
    <message>
        <source>%1 is damaged or cut off</source>
        <translation>%1 er skadet eller avkuttet</translation>
    </message>
    <message>
        <source>%1 is one of several files: %2</source>
        <translation>%1 er én av flere filer: %2</translation>
    </message>
    <message>
        <source>it needs the folder %1 beside it, with Slidedat.ini in it</source>
        <translation>mappen %1 med Slidedat.ini må ligge ved siden av</translation>
    </message>
    <message>
        <source>it needs its .opt and .jpg files beside it</source>
        <translation>de tilhørende .opt- og .jpg-filene må ligge ved siden av</translation>
    </message>
    <message>
        <source>it needs its .opt and .l0 files beside it</source>
        <translation>de tilhørende .opt- og .l0-filene må ligge ved siden av</translation>
    </message>
    <message>
        <source>its pixels lie in the folder _%1_, which cannot be read here: export it as TIFF or OME-TIFF</source>
        <translation>pikslene ligger i mappen _%1_, som ikke kan leses her: eksporter som TIFF eller OME-TIFF</translation>
    </message>
    <message>
        <source>%1 cannot be opened</source>
        <translation>%1 kan ikke åpnes</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 er tom</translation>
    </message>
    <message>
        <source>%1 is %2, which cannot be read here: %3</source>
        <translation>%1 er %2, som ikke kan leses her: %3</translation>
    </message>
    <message>
        <source>a Zeiss CZI file</source>
        <translation>en CZI-fil fra Zeiss</translation>
    </message>
    <message>
        <source>a Nikon ND2 file</source>
        <translation>en ND2-fil fra Nikon</translation>
    </message>
    <message>
        <source>a Leica LIF file</source>
        <translation>en LIF-fil fra Leica</translation>
    </message>
    <message>
        <source>an OLE file (OIB, ZVI or a document)</source>
        <translation>en OLE-fil (OIB, ZVI eller et dokument)</translation>
    </message>
    <message>
        <source>an HDF5 file (IMS, H5, NWB)</source>
        <translation>en HDF5-fil (IMS, H5, NWB)</translation>
    </message>
    <message>
        <source>a Photoshop file</source>
        <translation>en Photoshop-fil</translation>
    </message>
    <message>
        <source>a PDF file</source>
        <translation>en PDF-fil</translation>
    </message>
    <message>
        <source>a BMP file</source>
        <translation>en BMP-fil</translation>
    </message>
    <message>
        <source>a FITS file</source>
        <translation>en FITS-fil</translation>
    </message>
    <message>
        <source>a MATLAB file</source>
        <translation>en MATLAB-fil</translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation>en SVG-tegning</translation>
    </message>
    <message>
        <source>a NIfTI volume</source>
        <translation>en NIfTI-fil (volum)</translation>
    </message>
    <message>
        <source>a DICOM file</source>
        <translation>en DICOM-fil</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>en ZIP-fil</translation>
    </message>
    <message>
        <source>export it as TIFF or OME-TIFF</source>
        <translation>eksporter den som TIFF eller OME-TIFF</translation>
    </message>
    <message>
        <source>save it as TIFF</source>
        <translation>lagre den som TIFF</translation>
    </message>
    <message>
        <source>save its picture as PNG or TIFF</source>
        <translation>lagre bildet i den som PNG eller TIFF</translation>
    </message>
    <message>
        <source>save it as PNG or TIFF</source>
        <translation>lagre den som PNG eller TIFF</translation>
    </message>
    <message>
        <source>save it as PNG</source>
        <translation>lagre den som PNG</translation>
    </message>
    <message>
        <source>export its sections as TIFF or PNG</source>
        <translation>eksporter snittene som TIFF eller PNG</translation>
    </message>
    <message>
        <source>unpack it first</source>
        <translation>pakk den ut først</translation>
    </message>
    <message>
        <source>%1 is not an image that can be read</source>
        <translation>%1 er ikke et bilde som kan leses</translation>
    </message>
    <message>
        <source>There is no file %1</source>
        <translation>Det finnes ingen fil %1</translation>
    </message>
    <message>
        <source>%1 is not a file</source>
        <translation>%1 er ikke en fil</translation>
    </message>
    <message>
        <source>%1 may not be read</source>
        <translation>Det er ikke tillatt å lese %1</translation>
    </message>
    <message>
        <source>%1 has no channel %2: it has %3</source>
        <translation>%1 har ingen kanal %2: antall kanaler: %3</translation>
    </message>
    <message>
        <source>%1 has no page %2: it has %3, counted from 0</source>
        <translation>%1 har ingen side %2: antall sider: %3, talt fra 0</translation>
    </message>
    <message>
        <source>overlap must be at most half the tile size</source>
        <translation>Overlappet kan være høyst halve flisstørrelsen</translation>
    </message>
    <message>
        <source>%1 holds complex numbers</source>
        <translation>%1 inneholder komplekse tall</translation>
    </message>
    <message>
        <source>%1 has %2 x %3 pixels; the limit is %4 pixels</source>
        <translation>%1 har %2 x %3 piksler; grensen er %4 piksler</translation>
    </message>
    <message>
        <source>%1 has %2 pages; the limit is %3 pages</source>
        <translation>%1 har %2 sider; grensen er %3 sider</translation>
    </message>
    <message>
        <source>%1 has no JPEG tiles that could be kept as they are; convert it without --lossless</source>
        <translation>%1 har ingen JPEG-fliser som kan beholdes som de er; konverter uten «tapsfritt»</translation>
    </message>
    <message>
        <source>The channels of %1 differ in size</source>
        <translation>Kanalene i %1 har ulik størrelse</translation>
    </message>
    <message>
        <source>The pyramid&apos;s layout is not that of the image</source>
        <translation>Pyramidens oppbygning er ikke bildets</translation>
    </message>
    <message>
        <source>A JPEG encoder cannot be made</source>
        <translation>En JPEG-koder kan ikke lages</translation>
    </message>
    <message>
        <source>A tile cannot be encoded as JPEG</source>
        <translation>En flis kan ikke kodes som JPEG</translation>
    </message>
    <message>
        <source>A tile cannot be encoded as PNG</source>
        <translation>En flis kan ikke kodes som PNG</translation>
    </message>
    <message>
        <source>The tiles are larger than 4096 x 4096 pixels</source>
        <translation>Flisene er større enn 4096 x 4096 piksler</translation>
    </message>
    <message>
        <source>A tile is damaged</source>
        <translation>En flis er skadet</translation>
    </message>
    <message>
        <source>libvips cannot be started</source>
        <translation>libvips kan ikke startes</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>side %1 av %2</translation>
    </message>
    <message>
        <source>channel 1 of %1</source>
        <translation>kanal 1 av %1</translation>
    </message>
    <message>
        <source>channels 1 to 3 of %1</source>
        <translation>kanal 1 til 3 av %1</translation>
    </message>
    <message>
        <source>the embedded colour profile cannot be used</source>
        <translation>den innebygde fargeprofilen kan ikke brukes</translation>
    </message>
    <message>
        <source>The archive is larger than 4 GiB: WebIlastik v1 cannot read it</source>
        <translation>Arkivet er større enn 4 GiB: WebIlastik v1 kan ikke lese det</translation>
    </message>
    <message>
        <source>The archive is larger than 5 GiB: a bucket may refuse it</source>
        <translation>Arkivet er større enn 5 GiB: en bøtte kan avvise det</translation>
    </message>
    <message>
        <source>The longer side is 128 pixels or less: a viewer will not find its icon</source>
        <translation>Den lengste siden er 128 piksler eller mindre: en viser finner ikke ikonet</translation>
    </message>
    <message>
        <source>The disk is full: %1 cannot be written</source>
        <translation>Disken er full: %1 kan ikke skrives</translation>
    </message>
    <message>
        <source>%1 is larger than a file may be here</source>
        <translation>%1 er større enn en fil kan være her</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 kan ikke skrives</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kan ikke skrives: %2</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 kan ikke leses</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kan ikke leses: %2</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 mangler</translation>
    </message>
    <message>
        <source>The tiles of %1 cannot be written: %2</source>
        <translation>Flisene til %1 kan ikke skrives: %2</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; cannot stand in an archive: it is empty, too long, or has a slash, backslash or control character</source>
        <translation>Navnet «%1» kan ikke stå i et arkiv: det er tomt, for langt eller inneholder skråstreker eller styretegn</translation>
    </message>
    <message>
        <source>The archive is damaged at %1</source>
        <translation>Arkivet er skadet ved %1</translation>
    </message>
    <message>
        <source>The archive is damaged: %1</source>
        <translation>Arkivet er skadet: %1</translation>
    </message>
    <message>
        <source>The archive of %1 is not right: %2</source>
        <translation>Arkivet til %1 er ikke i orden («%2»)</translation>
    </message>
    <message>
        <source>The .dzi descriptor is not valid: %1</source>
        <translation>.dzi-deskriptoren er ugyldig («%1»)</translation>
    </message>
    <message>
        <source>%1 is compressed inside the archive</source>
        <translation>%1 er komprimert i arkivet</translation>
    </message>
    <message>
        <source>%1 is larger than 256 MiB</source>
        <translation>%1 er større enn 256 MiB</translation>
    </message>
    <message>
        <source>%1 is larger than 64 MiB</source>
        <translation>%1 er større enn 64 MiB</translation>
    </message>
    <message>
        <source>The archive&apos;s directory is larger than 512 MiB</source>
        <translation>Arkivets katalog er større enn 512 MiB</translation>
    </message>
    <message>
        <source>%1 is not a Deep Zoom archive</source>
        <translation>%1 er ikke et Deep Zoom-arkiv</translation>
    </message>
    <message>
        <source>The archive has no %1</source>
        <translation>Arkivet har ingen %1</translation>
    </message>
    <message>
        <source>The archive cannot be read</source>
        <translation>Arkivet kan ikke leses</translation>
    </message>
    <message>
        <source>There is no %1 yet</source>
        <translation>Det finnes ingen %1 ennå</translation>
    </message>
    <message>
        <source>%1 has no tiles yet</source>
        <translation>%1 har ingen fliser ennå</translation>
    </message>
    <message>
        <source>The small copy cannot be written</source>
        <translation>Den lille kopien kan ikke skrives</translation>
    </message>
    <message>
        <source>The pyramid has too many tiles for a small picture</source>
        <translation>Pyramiden har for mange fliser for et lite bilde</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Avbrutt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Satt på pause</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Avbrutt av programslutt</translation>
    </message>
    <message>
        <source>A worker has no name</source>
        <translation>En arbeider har ikke noe navn</translation>
    </message>
    <message>
        <source>The other machine sent another part</source>
        <translation>Den andre maskinen sendte en annen del</translation>
    </message>
    <message>
        <source>The file of the stage before arrived damaged</source>
        <translation>Filen fra forrige steg kom skadet fram</translation>
    </message>
    <message>
        <source>The machine that has this job&apos;s pyramid is not there now</source>
        <translation>Maskinen som har denne jobbens pyramide, er ikke der nå</translation>
    </message>
    <message>
        <source>The machine that has the file of the stage before is gone</source>
        <translation>Maskinen som har filen fra forrige steg, er borte</translation>
    </message>
    <message>
        <source>%1 exists already</source>
        <translation>%1 finnes allerede</translation>
    </message>
    <message>
        <source>%1 is a folder</source>
        <translation>%1 er en mappe</translation>
    </message>
    <message>
        <source>%1 would replace its own source</source>
        <translation>%1 ville erstatte sin egen kilde</translation>
    </message>
    <message>
        <source>The program that converts images cannot be started</source>
        <translation>Programmet som konverterer bilder, kan ikke startes</translation>
    </message>
    <message>
        <source>%1 needs more memory than a conversion may use: the limit is %2 MiB</source>
        <translation>%1 trenger mer minne enn en konvertering kan bruke: grensen er %2 MiB</translation>
    </message>
    <message>
        <source>%1 needs more processor time than a conversion may use: the limit is %2 s</source>
        <translation>%1 trenger mer prosessortid enn en konvertering kan bruke: grensen er %2 s</translation>
    </message>
    <message>
        <source>%1 takes longer than a conversion may: the limit is %2 s</source>
        <translation>%1 tar lengre tid enn en konvertering kan: grensen er %2 s</translation>
    </message>
    <message>
        <source>%1 becomes a larger archive than a conversion may write: the limit is %2 MiB</source>
        <translation>%1 blir et større arkiv enn en konvertering kan skrive: grensen er %2 MiB</translation>
    </message>
    <message>
        <source>The disk has no room for the archive of %1</source>
        <translation>Det er ikke plass på disken til arkivet av %1</translation>
    </message>
    <message>
        <source>The program that decodes images crashed on %1</source>
        <translation>Programmet som dekoder bilder, krasjet på %1</translation>
    </message>
    <message>
        <source>%1 workers died while they processed this image</source>
        <translation>%1 arbeidere døde mens de behandlet dette bildet</translation>
    </message>
    <message>
        <source>The conversion of %1 ended without an answer</source>
        <translation>Konverteringen av %1 endte uten svar</translation>
    </message>
    <message>
        <source>The server&apos;s disk has no room now for %1, which takes %2 MB with its archive</source>
        <translation>Serverens disk har nå ikke plass til %1, som tar %2 MB med arkivet</translation>
    </message>
    <message>
        <source>The disk has no room for the archive (%1 MB)</source>
        <translation>Disken har ikke plass til arkivet (%1 MB)</translation>
    </message>
    <message>
        <source>The disk has no room for the file of the stage before (%1 MB)</source>
        <translation>Disken har ikke plass til filen fra forrige trinn (%1 MB)</translation>
    </message>
    <message>
        <source>No work folder can be made on the server</source>
        <translation>Det kan ikke lages noen arbeidsmappe på serveren</translation>
    </message>
    <message>
        <source>The server&apos;s work folder is on a disk that takes no writes now</source>
        <translation>Arbeidsmappen på serveren ligger på en disk som ikke lar seg skrive til nå</translation>
    </message>
    <message>
        <source>The job&apos;s files keep vanishing from the server&apos;s work folder</source>
        <translation>Jobbens filer forsvinner stadig fra serverens arbeidsmappe</translation>
    </message>
    <message>
        <source>The file of the stage before is gone</source>
        <translation>Filen fra forrige trinn er borte</translation>
    </message>
    <message>
        <source>%1 took longer than it may</source>
        <translation>%1 tok lengre tid enn tillatt</translation>
    </message>
    <message>
        <source>%1 made no progress for %2 s and was ended</source>
        <translation>%1 kom ikke videre på %2 s og ble avsluttet</translation>
    </message>
    <message>
        <source>download</source>
        <translation>Nedlastingen</translation>
    </message>
    <message>
        <source>process</source>
        <translation>Konverteringen</translation>
    </message>
    <message>
        <source>upload</source>
        <translation>Opplastingen</translation>
    </message>
    <message>
        <source>This job left no archive</source>
        <translation>Denne jobben etterlot ikke noe arkiv</translation>
    </message>
    <message>
        <source>The pyramid of this job is not begun yet</source>
        <translation>Pyramiden til denne jobben er ikke påbegynt ennå</translation>
    </message>
    <message>
        <source>The first tiles of this job are not there yet</source>
        <translation>De første flisene til denne jobben er ikke klare ennå</translation>
    </message>
    <message>
        <source>%1 is no longer where it was written</source>
        <translation>%1 er ikke lenger der den ble skrevet</translation>
    </message>
    <message>
        <source>No picture of this job was kept here</source>
        <translation>Det ble ikke beholdt noe bilde av denne jobben her</translation>
    </message>
    <message>
        <source>This job has no preview here</source>
        <translation>Denne jobben har ingen forhåndsvisning her</translation>
    </message>
    <message>
        <source>%1 must be %2</source>
        <translation>%1 må være: %2</translation>
    </message>
    <message>
        <source>There is no option named %1</source>
        <translation>Det finnes ikke noe valg som heter %1</translation>
    </message>
    <message>
        <source>preset must be one of: %1</source>
        <translation>Mulige forvalg er: %1</translation>
    </message>
    <message>
        <source>%1 must not contain control characters</source>
        <translation>%1 kan ikke inneholde styretegn</translation>
    </message>
    <message>
        <source>%1 must not be longer than 1024 bytes</source>
        <translation>%1 kan ikke være lengre enn 1024 byte</translation>
    </message>
    <message>
        <source>%1 must not contain &apos;.&apos; or &apos;..&apos; as a part of its path</source>
        <translation>%1 kan ikke ha «.» eller «..» som del av stien</translation>
    </message>
    <message>
        <source>%1 must be &lt;bucket&gt;/&lt;object&gt;</source>
        <translation>%1 må ha formen &lt;bøtte&gt;/&lt;objekt&gt;</translation>
    </message>
    <message>
        <source>%1 must be &lt;bucket&gt;/&lt;folder&gt;</source>
        <translation>%1 må ha formen &lt;bøtte&gt;/&lt;mappe&gt;</translation>
    </message>
    <message>
        <source>%1 must end in a name without backslash of at most 250 bytes</source>
        <translation>%1 må slutte med et navn uten omvendt skråstrek på høyst 250 byte</translation>
    </message>
    <message>
        <source>There is no such job</source>
        <translation>Denne jobben finnes ikke</translation>
    </message>
    <message>
        <source>The job&apos;s token was erased when it ended: send a new one</source>
        <translation>Tokenet til jobben ble slettet da den var slutt: send et nytt</translation>
    </message>
    <message>
        <source>A job can be run again once it has failed or was cancelled</source>
        <translation>En jobb kan kjøres igjen når den har mislyktes eller er avbrutt</translation>
    </message>
    <message>
        <source>The token has expired at %1: sign in again</source>
        <translation>Tokenet utløp %1: logg inn på nytt</translation>
    </message>
    <message>
        <source>The stored token cannot be read with this server&apos;s keys</source>
        <translation>Det lagrede tokenet kan ikke leses med denne serverens nøkler</translation>
    </message>
    <message>
        <source>The job is %1: it cannot be %2 now</source>
        <translation>Jobben er %1: den kan ikke bli %2 nå</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>i kø</translation>
    </message>
    <message>
        <source>running</source>
        <translation>i gang</translation>
    </message>
    <message>
        <source>retry_wait</source>
        <translation>i vente på neste forsøk</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blokkert</translation>
    </message>
    <message>
        <source>needs_token</source>
        <translation>uten gyldig token</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>i ferd med å stoppe</translation>
    </message>
    <message>
        <source>done</source>
        <translation>ferdig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>mislykket</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>avbrutt</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>hoppet over</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>avbrutt av programslutt</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>satt på pause</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>gjenopptatt</translation>
    </message>
    <message>
        <source>The job cannot be cancelled now</source>
        <translation>Jobben kan ikke avbrytes nå</translation>
    </message>
    <message>
        <source>Only a job that has ended can be removed</source>
        <translation>Bare en jobb som er slutt, kan fjernes</translation>
    </message>
    <message>
        <source>Only a job that waits has a place in the queue</source>
        <translation>Bare en jobb som venter, har en plass i køen</translation>
    </message>
    <message>
        <source>The options of a job can be changed only before it begins</source>
        <translation>Valgene til en jobb kan bare endres før den begynner</translation>
    </message>
    <message>
        <source>The job store cannot be read or written</source>
        <translation>Jobblageret kan ikke leses eller skrives</translation>
    </message>
    <message>
        <source>The job store is locked by another program</source>
        <translation>Jobblageret er låst av et annet program</translation>
    </message>
    <message>
        <source>There is no memory left for the job store</source>
        <translation>Det er ikke mer minne til jobblageret</translation>
    </message>
    <message>
        <source>The job store is read-only</source>
        <translation>Jobblageret er skrivebeskyttet</translation>
    </message>
    <message>
        <source>The job store is damaged</source>
        <translation>Jobblageret er skadet</translation>
    </message>
    <message>
        <source>There is no space left for the job store</source>
        <translation>Det er ikke mer plass til jobblageret</translation>
    </message>
    <message>
        <source>The job store cannot be opened</source>
        <translation>Jobblageret kan ikke åpnes</translation>
    </message>
    <message>
        <source>The job store cannot be opened: %1</source>
        <translation>Jobblageret kan ikke åpnes: %1</translation>
    </message>
    <message>
        <source>The job store holds this already</source>
        <translation>Jobblageret har dette allerede</translation>
    </message>
    <message>
        <source>The job store is not a database</source>
        <translation>Jobblageret er ikke en database</translation>
    </message>
    <message>
        <source>The job store does not answer</source>
        <translation>Jobblageret svarer ikke</translation>
    </message>
    <message>
        <source>The job store holds a job that cannot be read</source>
        <translation>Jobblageret har en jobb som ikke kan leses</translation>
    </message>
    <message>
        <source>The job store is a database of another program</source>
        <translation>Jobblageret er databasen til et annet program</translation>
    </message>
    <message>
        <source>The job store cannot be copied before its upgrade: %1</source>
        <translation>Jobblageret kan ikke kopieres før oppgraderingen: %1</translation>
    </message>
    <message>
        <source>A migration of the job store is missing</source>
        <translation>Et oppgraderingstrinn for jobblageret mangler</translation>
    </message>
    <message>
        <source>Upgrade %1 of the job store</source>
        <translation>Oppgradering %1 av jobblageret</translation>
    </message>
    <message>
        <source>The job store was written by a newer createzoom (schema %1, this one knows %2)</source>
        <translation>Jobblageret er skrevet av en nyere CreateZoom (skjema %1, denne kjenner %2)</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver</source>
        <translation>SQLite-driveren i Qt</translation>
    </message>
    <message>
        <source>The data folder cannot be made</source>
        <translation>Datamappen kan ikke lages</translation>
    </message>
    <message>
        <source>The data folder cannot be written: %1</source>
        <translation>Det kan ikke skrives i datamappen: %1</translation>
    </message>
    <message>
        <source>The data folder is in use by another createzoom (process %1)</source>
        <translation>Datamappen er i bruk av en annen CreateZoom (prosess %1)</translation>
    </message>
    <message>
        <source>The data folder must be on a local disk, not on %1</source>
        <translation>Datamappen må ligge på en lokal disk, ikke på %1</translation>
    </message>
    <message>
        <source>The data folder must be on a local disk: the job store cannot share memory there</source>
        <translation>Datamappen må ligge på en lokal disk: jobblageret kan ikke dele minne der</translation>
    </message>
    <message>
        <source>Token keys must be given as id:base64 of 32 bytes, separated by commas</source>
        <translation>Token-nøkler må oppgis som id:base64 av 32 byte, atskilt med komma</translation>
    </message>
    <message>
        <source>The key file cannot be read: %1</source>
        <translation>Nøkkelfilen kan ikke leses: %1</translation>
    </message>
    <message>
        <source>The key file cannot be written: %1</source>
        <translation>Nøkkelfilen kan ikke skrives: %1</translation>
    </message>
    <message>
        <source>%1 in bucket %2</source>
        <translation>%1 i bøtten %2</translation>
    </message>
    <message>
        <source>bucket %1</source>
        <translation>bøtten %1</translation>
    </message>
    <message>
        <source>Bucket %1 was not found</source>
        <translation>Bøtten %1 ble ikke funnet</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a bucket</source>
        <translation>«%1» er ikke navnet på en bøtte</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of an object</source>
        <translation>«%1» er ikke navnet på et objekt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name that a folder can hold</source>
        <translation>«%1» er ikke et navn som en mappe kan ha</translation>
    </message>
    <message>
        <source>its folder is not a folder of the bucket</source>
        <translation>mappen er ikke en mappe i bøtten</translation>
    </message>
    <message>
        <source>a folder has that name</source>
        <translation>en mappe har det navnet</translation>
    </message>
    <message>
        <source>The folder of bucket %1 may not be %2</source>
        <translation>Mappen til bøtten %1 kan ikke %2</translation>
    </message>
    <message>
        <source>read</source>
        <translation>leses</translation>
    </message>
    <message>
        <source>written</source>
        <translation>skrives i</translation>
    </message>
    <message>
        <source>it has no role there</source>
        <translation>det har ingen rolle der</translation>
    </message>
    <message>
        <source>its role there is %1</source>
        <translation>rollen der er «%1»</translation>
    </message>
    <message>
        <source>A token is needed</source>
        <translation>Det trengs et token</translation>
    </message>
    <message>
        <source>A token is needed for bucket %1</source>
        <translation>Det trengs et token for bøtten %1</translation>
    </message>
    <message>
        <source>The token has expired (needed for %1)</source>
        <translation>Tokenet er utløpt (trengs for %1)</translation>
    </message>
    <message>
        <source>%1 could not be downloaded from bucket %2</source>
        <translation>%1 kunne ikke lastes ned fra bøtten %2</translation>
    </message>
    <message>
        <source>%1 could not be uploaded to bucket %2</source>
        <translation>%1 kunne ikke lastes opp til bøtten %2</translation>
    </message>
    <message>
        <source>%1 could not be copied from bucket %2</source>
        <translation>%1 kunne ikke kopieres fra bøtten %2</translation>
    </message>
    <message>
        <source>%1 could not be copied to bucket %2</source>
        <translation>%1 kunne ikke kopieres til bøtten %2</translation>
    </message>
    <message>
        <source>The file for %1 could not be read</source>
        <translation>Filen til %1 kunne ikke leses</translation>
    </message>
    <message>
        <source>The store does not tell the size of %1</source>
        <translation>Lageret oppgir ikke størrelsen på %1</translation>
    </message>
    <message>
        <source>%1 was uploaded, but bucket %2 does not list it with its size</source>
        <translation>%1 ble lastet opp, men bøtten %2 viser den ikke med størrelsen</translation>
    </message>
    <message>
        <source>Bucket %1 lists the same page for ever</source>
        <translation>Bøtten %1 viser den samme siden om og om igjen</translation>
    </message>
    <message>
        <source>The store&apos;s address for %1 was no longer valid</source>
        <translation>Lagerets adresse for %1 var ikke lenger gyldig</translation>
    </message>
    <message>
        <source>The data-proxy gave no usable answer for %1</source>
        <translation>Data-proxyen ga ikke noe brukbart svar for %1</translation>
    </message>
    <message>
        <source>The data-proxy could not be asked for %1</source>
        <translation>Data-proxyen kunne ikke spørres om %1</translation>
    </message>
    <message>
        <source>The identity service could not be asked</source>
        <translation>Innloggingstjenesten kunne ikke spørres</translation>
    </message>
    <message>
        <source>The identity service gave no usable answer</source>
        <translation>Innloggingstjenesten ga ikke noe brukbart svar</translation>
    </message>
    <message>
        <source>the identity service</source>
        <translation>innloggingstjenesten</translation>
    </message>
    <message>
        <source>bucket-url must be file:///folder or the address of a data-proxy, such as https://data-proxy.ebrains.eu/api</source>
        <translation>bucket-url må være file:///mappe eller adressen til en data-proxy, som https://data-proxy.ebrains.eu/api</translation>
    </message>
    <message>
        <source>The request for %1 was refused as invalid</source>
        <translation>Forespørselen om %1 ble avvist som ugyldig</translation>
    </message>
    <message>
        <source>The token was refused for %1</source>
        <translation>Tokenet ble avvist for %1</translation>
    </message>
    <message>
        <source>Access to %1 was refused</source>
        <translation>Tilgang til %1 ble nektet</translation>
    </message>
    <message>
        <source>%1 was not found</source>
        <translation>%1 ble ikke funnet</translation>
    </message>
    <message>
        <source>%1 was not found in bucket %2</source>
        <translation>%1 ble ikke funnet i bøtten %2</translation>
    </message>
    <message>
        <source>The request for %1 took too long</source>
        <translation>Forespørselen om %1 tok for lang tid</translation>
    </message>
    <message>
        <source>%1 was changed during the transfer</source>
        <translation>%1 ble endret under overføringen</translation>
    </message>
    <message>
        <source>%1 is larger than the store accepts</source>
        <translation>%1 er større enn lageret godtar</translation>
    </message>
    <message>
        <source>The server asks to come back later for %1</source>
        <translation>Serveren ber om at du prøver %1 igjen senere</translation>
    </message>
    <message>
        <source>The server failed (status %3) for %1</source>
        <translation>Serveren mislyktes (status %3) for %1</translation>
    </message>
    <message>
        <source>The server gave an unexpected answer (status %3) for %1</source>
        <translation>Serveren ga et uventet svar (status %3) for %1</translation>
    </message>
    <message>
        <source>The quota is used up: no room for %1</source>
        <translation>Kvoten er brukt opp: ikke plass til %1</translation>
    </message>
    <message>
        <source>The transfer of %1 took too long</source>
        <translation>Overføringen av %1 tok for lang tid</translation>
    </message>
    <message>
        <source>%1 did not arrive as it was sent</source>
        <translation>%1 kom ikke fram slik den ble sendt</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>serveren</translation>
    </message>
    <message>
        <source>What answers at this address is no CreateZoom of a version that can be used</source>
        <translation>Det som svarer på denne adressen, er ikke en CreateZoom av en versjon som kan brukes</translation>
    </message>
    <message>
        <source>The server could not be asked</source>
        <translation>Serveren kunne ikke spørres</translation>
    </message>
    <message>
        <source>The server&apos;s answer has no usable %1</source>
        <translation>Svaret fra serveren har ingen brukbar verdi: %1</translation>
    </message>
    <message>
        <source>The server gave the job no name</source>
        <translation>Serveren ga ikke jobben noe navn</translation>
    </message>
    <message>
        <source>A server converts images of a bucket into a bucket: %1 is a file of this computer</source>
        <translation>En server konverterer bilder fra en bøtte til en bøtte: %1 er en fil på denne datamaskinen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of a server: https://host:port</source>
        <translation>«%1» er ikke adressen til en server: https://maskin:port</translation>
    </message>
    <message>
        <source>Missing or invalid token</source>
        <translation>Tokenet mangler eller er ugyldig</translation>
    </message>
    <message>
        <source>The identity service cannot be reached: try again</source>
        <translation>Innloggingstjenesten kan ikke nås: prøv igjen</translation>
    </message>
    <message>
        <source>Unauthorized email domain</source>
        <translation>E-postdomenet har ikke tilgang</translation>
    </message>
    <message>
        <source>This job was submitted by somebody else</source>
        <translation>Denne jobben er sendt inn av noen andre</translation>
    </message>
    <message>
        <source>A token for the bucket is needed</source>
        <translation>Det trengs et token for bøtten</translation>
    </message>
    <message>
        <source>The queue is full</source>
        <translation>Køen er full</translation>
    </message>
    <message>
        <source>The folder %1 could not be opened</source>
        <translation>Mappen %1 kunne ikke åpnes</translation>
    </message>
    <message>
        <source>The queue is full: try again later</source>
        <translation>Køen er full: prøv igjen senere</translation>
    </message>
    <message>
        <source>Only an admin may move jobs in the queue</source>
        <translation>Bare en administrator kan flytte jobber i køen</translation>
    </message>
    <message>
        <source>The pyramid has no such tile</source>
        <translation>Pyramiden har ingen slik flis</translation>
    </message>
    <message>
        <source>The store of jobs does not work</source>
        <translation>Jobblageret virker ikke</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address to listen at: host:port</source>
        <translation>«%1» er ikke en adresse en tjeneste kan svare på: maskin:port</translation>
    </message>
    <message>
        <source>Cannot listen at %1: %2</source>
        <translation>Tjenesten kan ikke svare på %1: %2</translation>
    </message>
    <message>
        <source>the server refuses connections</source>
        <translation>serveren avviser forbindelser</translation>
    </message>
    <message>
        <source>the connection was cut</source>
        <translation>forbindelsen ble brutt</translation>
    </message>
    <message>
        <source>the server&apos;s name is not known</source>
        <translation>navnet på serveren er ukjent</translation>
    </message>
    <message>
        <source>the server cannot be reached</source>
        <translation>serveren kan ikke nås</translation>
    </message>
    <message>
        <source>the server&apos;s certificate was not accepted</source>
        <translation>sertifikatet til serveren ble ikke godtatt</translation>
    </message>
    <message>
        <source>the network is down</source>
        <translation>nettverket er nede</translation>
    </message>
    <message>
        <source>the network failed</source>
        <translation>nettverket sviktet</translation>
    </message>
    <message>
        <source>the proxy refuses connections</source>
        <translation>proxyen avviser forbindelser</translation>
    </message>
    <message>
        <source>the proxy cut the connection</source>
        <translation>proxyen brøt forbindelsen</translation>
    </message>
    <message>
        <source>the proxy&apos;s name is not known</source>
        <translation>navnet på proxyen er ukjent</translation>
    </message>
    <message>
        <source>the proxy asks for a password</source>
        <translation>proxyen krever passord</translation>
    </message>
    <message>
        <source>the server&apos;s answer is too long</source>
        <translation>svaret fra serveren er for langt</translation>
    </message>
    <message>
        <source>the server gave no answer</source>
        <translation>serveren ga ikke noe svar</translation>
    </message>
    <message>
        <source>the server did not answer in time</source>
        <translation>serveren svarte ikke i tide</translation>
    </message>
    <message>
        <source>the transfer stalled</source>
        <translation>overføringen stoppet opp</translation>
    </message>
    <message>
        <source>the transfer is too slow</source>
        <translation>overføringen er for langsom</translation>
    </message>
    <message>
        <source>it took longer than its limit</source>
        <translation>det tok lengre tid enn tillatt</translation>
    </message>
    <message>
        <source>the server named an address that cannot be used</source>
        <translation>serveren oppga en adresse som ikke kan brukes</translation>
    </message>
    <message>
        <source>the token holds characters that no token has</source>
        <translation>tokenet inneholder tegn som ikke noe token har</translation>
    </message>
    <message>
        <source>the server redirects to an insecure address</source>
        <translation>serveren viderekobler til en usikker adresse</translation>
    </message>
    <message>
        <source>the server redirects in circles</source>
        <translation>serveren viderekobler i ring</translation>
    </message>
    <message>
        <source>the bucket&apos;s store has an insecure address</source>
        <translation>lageret til bøtten har en usikker adresse</translation>
    </message>
    <message>
        <source>the bucket&apos;s store has a private address</source>
        <translation>lageret til bøtten har en privat adresse</translation>
    </message>
    <message>
        <source>the store ignores ranges</source>
        <translation>lageret tar ikke hensyn til delområder</translation>
    </message>
    <message>
        <source>the store sent another part than was asked for</source>
        <translation>lageret sendte en annen del enn det ble spurt om</translation>
    </message>
    <message>
        <source>the store sent more than it announced</source>
        <translation>lageret sendte mer enn varslet</translation>
    </message>
    <message>
        <source>what arrived is not what the store holds</source>
        <translation>det som kom fram, er ikke det lageret har</translation>
    </message>
    <message>
        <source>what the store received is not what was sent</source>
        <translation>det lageret mottok, er ikke det som ble sendt</translation>
    </message>
    <message>
        <source>the file is not the one that was made</source>
        <translation>filen er ikke den som ble laget</translation>
    </message>
    <message>
        <source>there is no space left on the disk</source>
        <translation>det er ikke mer plass på disken</translation>
    </message>
    <message>
        <source>the source could not be read to its end</source>
        <translation>kilden kunne ikke leses til slutten</translation>
    </message>
    <message>
        <source>the copy could not be written</source>
        <translation>kopien kunne ikke skrives</translation>
    </message>
    <message>
        <source>the work folder could not be written</source>
        <translation>det kunne ikke skrives i arbeidsmappen</translation>
    </message>
    <message>
        <source>the bucket&apos;s folder could not be written</source>
        <translation>det kunne ikke skrives i mappen til bøtten</translation>
    </message>
    <message>
        <source>The token may not %1 bucket %2</source>
        <translation>Med dette tokenet kan bøtten %2 ikke bli %1</translation>
    </message>
    <message>
        <source>The token may not %1 bucket %2 (%3)</source>
        <translation>Med dette tokenet kan bøtten %2 ikke bli %1 (%3)</translation>
    </message>
    <message>
        <source>write to</source>
        <translation>skrevet til</translation>
    </message>
    <message>
        <source>Bucket %1</source>
        <translation>Bøtten %1</translation>
    </message>
    <message>
        <source>The identity service</source>
        <translation>Innloggingstjenesten</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Serveren</translation>
    </message>
    <message>
        <source>The job store (Redis) cannot be reached</source>
        <translation>Jobblageret (Redis) kan ikke nås</translation>
    </message>
    <message>
        <source>The job store (Redis) has no master now</source>
        <translation>Jobblageret (Redis) har ingen master akkurat nå</translation>
    </message>
    <message>
        <source>The job store (Redis) has no room to write</source>
        <translation>Jobblageret (Redis) har ikke plass til å skrive</translation>
    </message>
    <message>
        <source>The job store (Redis) refuses to work</source>
        <translation>Jobblageret (Redis) nekter å arbeide</translation>
    </message>
    <message>
        <source>The job store (Redis) is not ready yet</source>
        <translation>Jobblageret (Redis) er ikke klart ennå</translation>
    </message>
    <message>
        <source>The job store (Redis) refuses %1</source>
        <translation>Jobblageret (Redis) avviser %1</translation>
    </message>
    <message>
        <source>The job store (Redis) wants a password: REDIS_PASSWORD, or one in REDIS_URL</source>
        <translation>Jobblageret (Redis) krever et passord: REDIS_PASSWORD, eller ett i REDIS_URL</translation>
    </message>
    <message>
        <source>The job store (Redis) shows a certificate that is not trusted; REDIS_CA_FILE names who is</source>
        <translation>Jobblageret (Redis) viser et sertifikat som ikke er klarert; REDIS_CA_FILE sier hvem som er det</translation>
    </message>
    <message>
        <source>The job store (Redis) could not copy the job to its replicas in time</source>
        <translation>Jobblageret (Redis) rakk ikke å kopiere jobben til replikaene sine</translation>
    </message>
    <message>
        <source>The job store is Redis %1; 6.2 or newer is needed</source>
        <translation>Jobblageret er Redis %1; det trengs 6.2 eller nyere</translation>
    </message>
    <message>
        <source>The job store answers what Redis does not</source>
        <translation>Jobblageret svarer ikke slik Redis svarer</translation>
    </message>
    <message>
        <source>There is a job of this id already</source>
        <translation>Det finnes allerede en jobb med denne id-en</translation>
    </message>
    <message>
        <source>%1 cannot be read, or holds nothing that TLS needs</source>
        <translation>%1 kan ikke leses, eller inneholder ikke det TLS trenger</translation>
    </message>
    <message>
        <source>a record lies outside the file</source>
        <translation>en oppføring ligger utenfor filen</translation>
    </message>
    <message>
        <source>no ZIP64 end record and locator directly before the end record</source>
        <translation>ZIP64-sluttoppføringen og henvisningen til den mangler rett før sluttoppføringen</translation>
    </message>
    <message>
        <source>it is shorter than an end record</source>
        <translation>det er kortere enn en sluttoppføring</translation>
    </message>
    <message>
        <source>its last 22 bytes are not the end record</source>
        <translation>de siste 22 bytene er ikke sluttoppføringen</translation>
    </message>
    <message>
        <source>record %1 of the directory is not one</source>
        <translation>oppføring %1 i katalogen er ingen oppføring</translation>
    </message>
    <message>
        <source>record %1 of the directory is cut off</source>
        <translation>oppføring %1 i katalogen er avkuttet</translation>
    </message>
    <message>
        <source>the directory lies outside the file</source>
        <translation>katalogen ligger utenfor filen</translation>
    </message>
    <message>
        <source>%1 has no local header</source>
        <translation>%1 har ikke noe lokalt hode</translation>
    </message>
    <message>
        <source>%1 has a local header that is cut off</source>
        <translation>det lokale hodet til %1 er avkuttet</translation>
    </message>
    <message>
        <source>The server is about to end: try again in a moment</source>
        <translation>Serveren avsluttes snart: prøv igjen om et øyeblikk</translation>
    </message>
    <message>
        <source>%1 must be a number or a text</source>
        <translation>%1 må være et tall eller en tekst</translation>
    </message>
    <message>
        <source>This account may see the jobs, not change them (admin-actions-domains names those that do)</source>
        <translation>Denne kontoen kan se jobbene, men ikke endre dem (admin-actions-domains sier hvem som kan)</translation>
    </message>
    <message>
        <source>%1 must name a bucket of the store</source>
        <translation>%1 må nevne en bøtte i lageret</translation>
    </message>
    <message>
        <source>The server&apos;s disk has no room for this image</source>
        <translation>Disken på serveren har ikke plass til dette bildet</translation>
    </message>
    <message>
        <source>An image may have %1 bytes at most here</source>
        <translation>Et bilde kan ha høyst %1 byte her</translation>
    </message>
    <message>
        <source>The image is not whole</source>
        <translation>Bildet er ikke helt</translation>
    </message>
    <message>
        <source>There is no such upload</source>
        <translation>Det finnes ingen slik opplasting</translation>
    </message>
    <message>
        <source>Waiting for memory that other conversions use</source>
        <translation>Venter på minne som andre konverteringer bruker</translation>
    </message>
    <message>
        <source>Another job makes %1</source>
        <translation>En annen jobb lager %1</translation>
    </message>
</context>
<context>
    <name>SpaceNeed</name>
    <message>
        <source>Needs about %1</source>
        <translation>Trenger ca. %1</translation>
    </message>
    <message>
        <source>Needs about %1, but only %2 are free on the disk of %3. Jobs will wait when the disk is full.</source>
        <translation>Trenger ca. %1, men bare %2 er ledig på disken der %3 ligger. Jobber venter når disken er full.</translation>
    </message>
    <message>
        <source>Needs about %1; %2 are free on the disk of %3</source>
        <translation>Trenger ca. %1; %2 er ledig på disken der %3 ligger</translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fil</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Rediger</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;Kø</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>&amp;Jobb</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vis</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hjelp</translation>
    </message>
    <message>
        <source>&amp;Show jobs</source>
        <translation>Vi&amp;s jobber</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Verktøy</translation>
    </message>
    <message>
        <source>Pause &amp;after running jobs</source>
        <translation>Pause &amp;etter kjørende jobber</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastatursnarveier</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hva</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Taster</translation>
    </message>
    <message>
        <source>About CreateZoom</source>
        <translation>Om CreateZoom</translation>
    </message>
    <message>
        <source>&lt;h3&gt;CreateZoom %1&lt;/h3&gt;&lt;p&gt;Turns images into Deep Zoom archives.&lt;/p&gt;&lt;p&gt;Licence: GPL-3.0-or-later. Qt %2.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;CreateZoom %1&lt;/h3&gt;&lt;p&gt;Gjør bilder om til Deep Zoom-arkiver.&lt;/p&gt;&lt;p&gt;Lisens: GPL-3.0-or-later. Qt %2.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>createzoom::AddSheet</name>
    <message>
        <source>Skip the image</source>
        <translation>Hopp over bildet</translation>
    </message>
    <message>
        <source>Use another name</source>
        <translation>Bruk et annet navn</translation>
    </message>
    <message>
        <source>Replace the archive</source>
        <translation>Erstatt arkivet</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Spør</translation>
    </message>
    <message>
        <source>&amp;Start at once</source>
        <translation>&amp;Start med en gang</translation>
    </message>
    <message>
        <source>Add images</source>
        <translation>Legg til bilder</translation>
    </message>
    <message>
        <source>If the archive exists</source>
        <translation>Hvis arkivet finnes</translation>
    </message>
    <message>
        <source>Otherwise the jobs wait, paused, until you resume them</source>
        <translation>Ellers venter jobbene, på pause, til du lar dem fortsette</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>Diskplass</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Det som mangler</translation>
    </message>
    <message>
        <source>&amp;Preset:</source>
        <translation>&amp;Forhåndsinnstilling:</translation>
    </message>
    <message>
        <source>&amp;Archives go:</source>
        <translation>&amp;Arkivene legges:</translation>
    </message>
    <message>
        <source>If the archive &amp;exists:</source>
        <translation>&amp;Hvis arkivet finnes:</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Legg til</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Leter etter bilder…</translation>
    </message>
    <message numerus="yes">
        <source>Looking for images… %n found</source>
        <translation>
            <numerusform>Leter etter bilder… %n funnet</numerusform>
            <numerusform>Leter etter bilder… %n funnet</numerusform>
        </translation>
    </message>
    <message>
        <source>No images were found</source>
        <translation>Fant ingen bilder</translation>
    </message>
    <message>
        <source>One image, %1</source>
        <translation>Ett bilde, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n images, %1</source>
        <translation>
            <numerusform>%n bilde, %1</numerusform>
            <numerusform>%n bilder, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No images, so left out: %1.</source>
        <translation>Ikke bilder, derfor utelatt: %1.</translation>
    </message>
    <message>
        <source>Not there: %1.</source>
        <translation>Finnes ikke: %1.</translation>
    </message>
    <message>
        <source>Add the image</source>
        <translation>Legg til bildet</translation>
    </message>
    <message numerus="yes">
        <source>Add %n images</source>
        <translation>
            <numerusform>Legg til %n bilde</numerusform>
            <numerusform>Legg til %n bilder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::AddingPage</name>
    <message>
        <source>As&amp;k about archives that exist</source>
        <translation>Spør om arkiver som &amp;finnes</translation>
    </message>
    <message>
        <source>&amp;Start jobs at once</source>
        <translation>&amp;Start jobber med en gang</translation>
    </message>
    <message>
        <source>Ask &amp;each time images are added</source>
        <translation>Spør &amp;hver gang bilder legges til</translation>
    </message>
    <message>
        <source>Otherwise only the first time, and with the Shift key held</source>
        <translation>Ellers bare første gang, og når Shift-tasten holdes nede</translation>
    </message>
    <message>
        <source>&amp;Preset:</source>
        <translation>Forhånds&amp;innstilling:</translation>
    </message>
    <message>
        <source>A&amp;rchives go:</source>
        <translation>&amp;Arkivene legges:</translation>
    </message>
</context>
<context>
    <name>createzoom::BucketDialog</name>
    <message>
        <source>&amp;List</source>
        <translation>&amp;List opp</translation>
    </message>
    <message>
        <source>Only &amp;images</source>
        <translation>Bare &amp;bilder</translation>
    </message>
    <message>
        <source>Add from a bucket</source>
        <translation>Legg til fra en bøtte</translation>
    </message>
    <message>
        <source>bucket/folder</source>
        <translation>bøtte/mappe</translation>
    </message>
    <message>
        <source>Folder of the bucket to list</source>
        <translation>Mappe i bøtten som skal listes opp</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Filtrer etter navn</translation>
    </message>
    <message>
        <source>State of the list</source>
        <translation>Tilstanden til listen</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Utvalg</translation>
    </message>
    <message>
        <source>Images of the bucket</source>
        <translation>Bildene i bøtten</translation>
    </message>
    <message>
        <source>&amp;Bucket and folder:</source>
        <translation>Bøtte &amp;og mappe:</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>&amp;Token:</translation>
    </message>
    <message>
        <source>&amp;Preset:</source>
        <translation>&amp;Forhåndsinnstilling:</translation>
    </message>
    <message>
        <source>&amp;Archives go:</source>
        <translation>&amp;Arkivene legges:</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Legg til</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>The bucket</source>
        <translation>Bøtten</translation>
    </message>
    <message>
        <source>Asking for the list…</source>
        <translation>Ber om listen…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message numerus="yes">
        <source>Listing… %n objects so far</source>
        <translation>
            <numerusform>Lister opp… %n objekt hittil</numerusform>
            <numerusform>Lister opp… %n objekter hittil</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing in this folder.</source>
        <translation>Det er ingenting i denne mappen.</translation>
    </message>
    <message>
        <source>%1 objects, of which %2 are shown</source>
        <translation>%1 objekter, hvorav %2 vises</translation>
    </message>
    <message>
        <source>Select the images to add</source>
        <translation>Merk bildene som skal legges til</translation>
    </message>
    <message numerus="yes">
        <source>%n selected, %1</source>
        <translation>
            <numerusform>%n merket, %1</numerusform>
            <numerusform>%n merket, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n images</source>
        <translation>
            <numerusform>Legg til %n bilde</numerusform>
            <numerusform>Legg til %n bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n objects.</source>
        <translation>
            <numerusform>Stoppet etter %n objekt.</numerusform>
            <numerusform>Stoppet etter %n objekter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::BucketModel</name>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Størrelse</translation>
    </message>
</context>
<context>
    <name>createzoom::CloseDialog</name>
    <message>
        <source>&amp;Finish running jobs, then quit</source>
        <translation>&amp;Fullfør kjørende jobber, og avslutt så</translation>
    </message>
    <message>
        <source>Stop &amp;now and continue next time</source>
        <translation>Stopp &amp;nå og fortsett neste gang</translation>
    </message>
    <message>
        <source>&amp;Keep running in the tray</source>
        <translation>&amp;Kjør videre i systemstatusfeltet</translation>
    </message>
    <message>
        <source>&amp;Always do this</source>
        <translation>&amp;Gjør alltid dette</translation>
    </message>
    <message>
        <source>Quit CreateZoom</source>
        <translation>Avslutt CreateZoom</translation>
    </message>
    <message>
        <source>A job is running.</source>
        <translation>En jobb kjører.</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are running.</source>
        <translation>
            <numerusform>%n jobb kjører.</numerusform>
            <numerusform>%n jobber kjører.</numerusform>
        </translation>
    </message>
    <message>
        <source>No other job is begun; waiting jobs stay for the next time</source>
        <translation>Ingen annen jobb startes; ventende jobber blir liggende til neste gang</translation>
    </message>
    <message>
        <source>They go back to the queue and lose what they did of their current step</source>
        <translation>De går tilbake i køen og mister det de har gjort av det gjeldende trinnet</translation>
    </message>
    <message>
        <source>The settings can change it again</source>
        <translation>Kan endres igjen i innstillingene</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Avslutt</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bli</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Skjul</translation>
    </message>
</context>
<context>
    <name>createzoom::ConnectionBox</name>
    <message>
        <source>Whose jobs are shown</source>
        <translation>Hvilke jobber som vises</translation>
    </message>
    <message>
        <source>Whose jobs are shown: this computer&apos;s or a server&apos;s</source>
        <translation>Hvilke jobber som vises: denne datamaskinens eller en servers</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Denne datamaskinen</translation>
    </message>
    <message>
        <source>Add a server…</source>
        <translation>Legg til en server…</translation>
    </message>
    <message>
        <source>Change %1…</source>
        <translation>Endre %1…</translation>
    </message>
</context>
<context>
    <name>createzoom::Connections</name>
    <message>
        <source>This computer</source>
        <translation>Denne datamaskinen</translation>
    </message>
</context>
<context>
    <name>createzoom::DesktopNotifications</name>
    <message>
        <source>Show</source>
        <translation>Vis</translation>
    </message>
</context>
<context>
    <name>createzoom::DestinationEditor</name>
    <message>
        <source>Beside each image</source>
        <translation>Ved siden av hvert bilde</translation>
    </message>
    <message>
        <source>Into one folder</source>
        <translation>I én mappe</translation>
    </message>
    <message>
        <source>Of images with the same name only the first is added.</source>
        <translation>Av bilder med samme navn legges bare det første til.</translation>
    </message>
    <message>
        <source>The same folders again, below…</source>
        <translation>De samme mappene på nytt, under…</translation>
    </message>
    <message>
        <source>Added folders are made again there, with all their folders.</source>
        <translation>Mapper som legges til, lages på nytt der, med alle undermapper.</translation>
    </message>
    <message>
        <source>Into a bucket</source>
        <translation>I en bøtte</translation>
    </message>
    <message>
        <source>Archives are made here, then uploaded.</source>
        <translation>Arkivene lages her og lastes deretter opp.</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Bla &amp;gjennom…</translation>
    </message>
    <message>
        <source>Where archives go</source>
        <translation>Hvor arkivene legges</translation>
    </message>
    <message>
        <source>Folder for archives</source>
        <translation>Mappe for arkiver</translation>
    </message>
    <message>
        <source>Choose the folder for archives</source>
        <translation>Velg mappen for arkiver</translation>
    </message>
    <message>
        <source>Folder of the bucket</source>
        <translation>Mappe i bøtten</translation>
    </message>
    <message>
        <source>bucket/folder</source>
        <translation>bøtte/mappe</translation>
    </message>
    <message>
        <source>Choose the folder for archives.</source>
        <translation>Velg mappen for arkiver.</translation>
    </message>
    <message>
        <source>Name the bucket and its folder.</source>
        <translation>Oppgi bøtten og mappen i den.</translation>
    </message>
    <message>
        <source>The bucket folder</source>
        <translation>Mappen i bøtten</translation>
    </message>
    <message>
        <source>Paste a token that holds.</source>
        <translation>Lim inn et gyldig token.</translation>
    </message>
</context>
<context>
    <name>createzoom::DetailsPane</name>
    <message>
        <source>Details of the selected jobs</source>
        <translation>Detaljer om de merkede jobbene</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Oversikt</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Trinn</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Logg</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Innstillinger</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Forespørsel</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Forhåndsvisning</translation>
    </message>
    <message>
        <source>Only jobs of a bucket have a request</source>
        <translation>Bare jobber fra en bøtte har en forespørsel</translation>
    </message>
    <message>
        <source>Select one job</source>
        <translation>Merk én jobb</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Arbeidere</translation>
    </message>
</context>
<context>
    <name>createzoom::DropZone</name>
    <message>
        <source>Drop images here</source>
        <translation>Slipp bilder her</translation>
    </message>
    <message>
        <source>Drop images or folders here</source>
        <translation>Slipp bilder eller mapper her</translation>
    </message>
    <message>
        <source>TIFF, JPEG, PNG, SVS, NDPI, MRXS and others become .dzip pyramids</source>
        <translation>TIFF, JPEG, PNG, SVS, NDPI, MRXS og andre blir til .dzip-pyramider</translation>
    </message>
</context>
<context>
    <name>createzoom::ErrorPanel</name>
    <message>
        <source>What happened</source>
        <translation>Hva som skjedde</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Hva du kan gjøre</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Tekniske detaljer</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Prøv igjen</translation>
    </message>
    <message>
        <source>Copy re&amp;port</source>
        <translation>&amp;Kopier rapport</translation>
    </message>
    <message>
        <source>Error code: %1</source>
        <translation>Feilkode: %1</translation>
    </message>
    <message>
        <source>Step: %1</source>
        <translation>Trinn: %1</translation>
    </message>
    <message>
        <source>Failed attempts: %1</source>
        <translation>Mislykkede forsøk: %1</translation>
    </message>
    <message>
        <source>Job: %1</source>
        <translation>Jobb: %1</translation>
    </message>
    <message>
        <source>In English: %1</source>
        <translation>På engelsk: %1</translation>
    </message>
</context>
<context>
    <name>createzoom::ExistingDialog</name>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Hopp over</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Hopp over</translation>
    </message>
    <message>
        <source>Use another &amp;name</source>
        <translation>Bruk et annet &amp;navn</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Et annet navn</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Erstatt</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Erstatt</translation>
    </message>
    <message>
        <source>Archives that exist</source>
        <translation>Arkiver som finnes</translation>
    </message>
    <message>
        <source>The archive of one image exists already.</source>
        <translation>Arkivet til ett bilde finnes allerede.</translation>
    </message>
    <message numerus="yes">
        <source>The archives of %n images exist already.</source>
        <translation>
            <numerusform>Arkivet til %n bilde finnes allerede.</numerusform>
            <numerusform>Arkivene til %n bilder finnes allerede.</numerusform>
        </translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Arkiv</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Mappe</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Hva skal gjøres</translation>
    </message>
    <message>
        <source>With the selected ones:</source>
        <translation>Med de merkede:</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Legg til</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>createzoom::FactsTable</name>
    <message>
        <source>%1 → %2 (%3 times)</source>
        <translation>%1 → %2 (%3 ganger)</translation>
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
            <numerusform>%n nivå</numerusform>
            <numerusform>%n nivåer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tiles</source>
        <translation>%1 fliser</translation>
    </message>
    <message>
        <source>added %1</source>
        <translation>lagt til %1</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>startet %1</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>avsluttet %1</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>ventet %1</translation>
    </message>
    <message>
        <source>worked %1</source>
        <translation>arbeidet %1</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Til</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advarsel</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Størrelse</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bilde</translation>
    </message>
    <message>
        <source>Pyramid</source>
        <translation>Pyramide</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Forhåndsinnstilling</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Tidspunkter</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>Varigheter</translation>
    </message>
    <message>
        <source>Failed attempts</source>
        <translation>Mislykkede forsøk</translation>
    </message>
    <message>
        <source>Submitted by</source>
        <translation>Sendt inn av</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Arbeider</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Jobb</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopier: %1</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, siden %2</translation>
    </message>
    <message>
        <source>Waits at</source>
        <translation>Venter på</translation>
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
        <translation>Aktive</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Kjører</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Venter</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>På pause</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Må sjekkes</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Ferdige</translation>
    </message>
    <message>
        <source>Cancelled, skipped</source>
        <translation>Avbrutt, hoppet over</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kilde</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Vindu</translation>
    </message>
    <message>
        <source>REST</source>
        <translation>REST</translation>
    </message>
    <message>
        <source>Watch folder</source>
        <translation>Overvåket mappe</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Lagt til</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Last 3 days</source>
        <translation>Siste 3 dager</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Tidligere</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Forhåndsinnstilling</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>Bøtte</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Arbeider</translation>
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
        <translation>Navn og stier ble kopiert</translation>
    </message>
    <message>
        <source>The report was copied</source>
        <translation>Rapporten ble kopiert</translation>
    </message>
</context>
<context>
    <name>createzoom::JobOptionsDialog</name>
    <message>
        <source>Options of %1</source>
        <translation>Valg for %1</translation>
    </message>
    <message numerus="yes">
        <source>Options of %n jobs</source>
        <translation>
            <numerusform>Valg for %n jobb</numerusform>
            <numerusform>Valg for %n jobber</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply to</source>
        <translation>Bruk på</translation>
    </message>
    <message>
        <source>&amp;This job</source>
        <translation>&amp;Denne jobben</translation>
    </message>
    <message numerus="yes">
        <source>The %n &amp;selected jobs</source>
        <translation>
            <numerusform>Den ene &amp;merkede jobben</numerusform>
            <numerusform>De %n &amp;merkede jobbene</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;All %n waiting jobs</source>
        <translation>
            <numerusform>&amp;Alle ventende jobber (%n)</numerusform>
            <numerusform>&amp;Alle %n ventende jobber</numerusform>
        </translation>
    </message>
    <message>
        <source>Of options that differ, each job keeps its own</source>
        <translation>Der valgene er forskjellige, beholder hver jobb sine egne</translation>
    </message>
    <message>
        <source>Jobs that run, or are done, keep the options they began with.</source>
        <translation>Jobber som kjører eller er ferdige, beholder valgene de startet med.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Bruk</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>createzoom::JobTableModel</name>
    <message>
        <source>Place in the queue</source>
        <translation>Plass i køen</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Ikke noe bilde ennå</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bilde</translation>
    </message>
</context>
<context>
    <name>createzoom::JobTableView</name>
    <message>
        <source>Jobs</source>
        <translation>Jobber</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolonner</translation>
    </message>
    <message>
        <source>&amp;Fit widths</source>
        <translation>&amp;Tilpass bredder</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Tilbakestill &amp;kolonner</translation>
    </message>
</context>
<context>
    <name>createzoom::JobsPage</name>
    <message>
        <source>&amp;Clear filter</source>
        <translation>&amp;Tøm filter</translation>
    </message>
    <message>
        <source>No jobs match the filter.</source>
        <translation>Ingen jobber passer til filteret.</translation>
    </message>
    <message>
        <source>No jobs match “%1”.</source>
        <translation>Ingen jobber passer til «%1».</translation>
    </message>
    <message>
        <source>%1 has no jobs yet.</source>
        <translation>%1 har ingen jobber ennå.</translation>
    </message>
</context>
<context>
    <name>createzoom::LogTab</name>
    <message>
        <source>Log of the job</source>
        <translation>Loggen til jobben</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Alle linjer</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Advarsler og feil</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Feil</translation>
    </message>
    <message>
        <source>Which lines</source>
        <translation>Hvilke linjer</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Søk i loggen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Følg</translation>
    </message>
    <message>
        <source>Scroll to new lines</source>
        <translation>Rull til nye linjer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopier</translation>
    </message>
    <message>
        <source>Copy the lines that are shown</source>
        <translation>Kopier linjene som vises</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Lagre…</translation>
    </message>
    <message>
        <source>Save the lines that are shown in a file</source>
        <translation>Lagre linjene som vises, i en fil</translation>
    </message>
    <message>
        <source>The log cannot be read. %1</source>
        <translation>Loggen kan ikke leses. %1</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Lagre loggen</translation>
    </message>
    <message>
        <source>Text (*.txt *.log)</source>
        <translation>Tekst (*.txt *.log)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Lagret som %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 kunne ikke skrives: %2</translation>
    </message>
</context>
<context>
    <name>createzoom::MainWindow</name>
    <message>
        <source>Add images</source>
        <translation>Legg til bilder</translation>
    </message>
    <message>
        <source>Add all images below a folder</source>
        <translation>Legg til alle bilder under en mappe</translation>
    </message>
    <message>
        <source>Search name, path, id, state:failed …</source>
        <translation>Søk i navn, sti, id, state:failed …</translation>
    </message>
    <message>
        <source>Search the jobs</source>
        <translation>Søk i jobbene</translation>
    </message>
    <message>
        <source>Words of name, path or id; state:, source:, preset:, bucket:, worker: followed by a value</source>
        <translation>Ord fra navn, sti eller id; state:, source:, preset:, bucket:, worker: fulgt av en verdi</translation>
    </message>
    <message>
        <source>There are no files on the clipboard</source>
        <translation>Det er ingen filer på utklippstavlen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Angre</translation>
    </message>
    <message>
        <source>Change settings…</source>
        <translation>Endre innstillinger…</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Legg til %1</translation>
    </message>
    <message numerus="yes">
        <source>Add %n files or folders</source>
        <translation>
            <numerusform>Legg til %n fil eller mappe</numerusform>
            <numerusform>Legg til %n filer eller mapper</numerusform>
        </translation>
    </message>
    <message>
        <source>A job failed.</source>
        <translation>En jobb mislyktes.</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs failed.</source>
        <translation>
            <numerusform>%n jobb mislyktes.</numerusform>
            <numerusform>%n jobber mislyktes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Vis</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Prøv igjen</translation>
    </message>
    <message numerus="yes">
        <source>Retry all %n</source>
        <translation>
            <numerusform>Prøv %n igjen</numerusform>
            <numerusform>Prøv alle %n igjen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 running, %2 waiting</source>
        <translation>%1 kjører, %2 venter</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>Åpner %1…</translation>
    </message>
    <message numerus="yes">
        <source>CreateZoom closed unexpectedly. %n jobs were continued.</source>
        <translation>
            <numerusform>CreateZoom ble lukket uventet. %n jobb ble gjenopptatt.</numerusform>
            <numerusform>CreateZoom ble lukket uventet. %n jobber ble gjenopptatt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>jobs, server</comment>
        <translation>%1 på %2</translation>
    </message>
    <message>
        <source>No supported images in this drop</source>
        <translation>Ingen støttede bilder her</translation>
    </message>
    <message numerus="yes">
        <source>Add more than %n images</source>
        <translation>
            <numerusform>Legg til mer enn %n bilde</numerusform>
            <numerusform>Legg til mer enn %n bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n images</source>
        <translation>
            <numerusform>Legg til %n bilde</numerusform>
            <numerusform>Legg til %n bilder</numerusform>
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
            <numerusform>Én jobb kjøres på nytt med et token som kan lese bildet og skrive arkivet; det forrige ble slettet da den tok slutt.</numerusform>
            <numerusform>%n jobber kjøres på nytt med et token som kan lese bildene og skrive arkivene; det forrige ble slettet da de tok slutt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::MessageBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n til</numerusform>
            <numerusform>%n til</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::MessageLine</name>
    <message>
        <source>Message</source>
        <translation>Melding</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Lukk denne meldingen</translation>
    </message>
</context>
<context>
    <name>createzoom::Notifier</name>
    <message>
        <source>A job failed</source>
        <translation>En jobb mislyktes</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs failed</source>
        <translation>
            <numerusform>%n jobb mislyktes</numerusform>
            <numerusform>%n jobber mislyktes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n ferdig</numerusform>
            <numerusform>%n ferdige</numerusform>
        </translation>
    </message>
    <message>
        <source>All jobs have ended</source>
        <translation>Alle jobber er avsluttet</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n mislyktes</numerusform>
            <numerusform>%n mislyktes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::OptionsForm</name>
    <message>
        <source>(differs)</source>
        <translation>(forskjellig)</translation>
    </message>
    <message>
        <source>The selected jobs differ here; each keeps its own until you change it</source>
        <translation>De merkede jobbene er forskjellige her; hver beholder sitt til du endrer det</translation>
    </message>
    <message>
        <source>What is wrong with the options</source>
        <translation>Hva som er galt med valgene</translation>
    </message>
    <message>
        <source>%1 is not possible. %2.</source>
        <translation>%1 er ikke mulig. %2.</translation>
    </message>
</context>
<context>
    <name>createzoom::OptionsPanel</name>
    <message>
        <source>&amp;Options</source>
        <translation>&amp;Valg</translation>
    </message>
    <message>
        <source>Quality, tiles, colours, channels</source>
        <translation>Kvalitet, fliser, farger, kanaler</translation>
    </message>
    <message>
        <source>Hide the options</source>
        <translation>Skjul valgene</translation>
    </message>
    <message>
        <source>Show the options</source>
        <translation>Vis valgene</translation>
    </message>
</context>
<context>
    <name>createzoom::OptionsTab</name>
    <message>
        <source>Options of the job</source>
        <translation>Valg for jobben</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Valg</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Verdi</translation>
    </message>
    <message>
        <source>Usual value</source>
        <translation>Vanlig verdi</translation>
    </message>
    <message>
        <source>Change &amp;options…</source>
        <translation>Endre &amp;valg…</translation>
    </message>
    <message>
        <source>Used when the job runs next.</source>
        <translation>Brukes neste gang jobben kjører.</translation>
    </message>
    <message>
        <source>Fixed, as the job has begun or is done.</source>
        <translation>Låst, fordi jobben har begynt eller er ferdig.</translation>
    </message>
</context>
<context>
    <name>createzoom::OverviewTab</name>
    <message>
        <source>Overview</source>
        <translation>Oversikt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>Summer</translation>
    </message>
    <message>
        <source>Jobs by state</source>
        <translation>Jobber etter tilstand</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 igjen</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are selected</source>
        <translation>
            <numerusform>%n jobb er merket</numerusform>
            <numerusform>%n jobber er merket</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of images</source>
        <translation>%1 med bilder</translation>
    </message>
    <message>
        <source>%1 of archives</source>
        <translation>%1 med arkiver</translation>
    </message>
    <message>
        <source>No job is selected. The queue holds:</source>
        <translation>Ingen jobb er merket. Køen inneholder:</translation>
    </message>
</context>
<context>
    <name>createzoom::PresetBar</name>
    <message>
        <source>&amp;Save as preset…</source>
        <translation>&amp;Lagre som forhåndsinnstilling…</translation>
    </message>
    <message>
        <source>Re&amp;move preset</source>
        <translation>&amp;Fjern forhåndsinnstilling</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Forhåndsinnstilling</translation>
    </message>
    <message>
        <source>Own options</source>
        <translation>Egne valg</translation>
    </message>
    <message>
        <source>Keep these options under a name</source>
        <translation>Ta vare på disse valgene under et navn</translation>
    </message>
    <message>
        <source>Forget this preset; jobs that were added with it stay as they are</source>
        <translation>Glem denne forhåndsinnstillingen; jobber som ble lagt til med den, forblir som de er</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Lagre som forhåndsinnstilling</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Navn på forhåndsinnstillingen:</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a preset of yours.</source>
        <translation>«%1» kan ikke være navnet på en egen forhåndsinnstilling.</translation>
    </message>
</context>
<context>
    <name>createzoom::PreviewPane</name>
    <message>
        <source>The picture appears here while the pyramid is being made.</source>
        <translation>Bildet vises her mens pyramiden lages.</translation>
    </message>
    <message>
        <source>The first tiles are not there yet.</source>
        <translation>De første flisene er ikke klare ennå.</translation>
    </message>
    <message>
        <source>The job failed: there is no picture.</source>
        <translation>Jobben mislyktes: det finnes ikke noe bilde.</translation>
    </message>
    <message>
        <source>The job was cancelled: there is no picture.</source>
        <translation>Jobben ble avbrutt: det finnes ikke noe bilde.</translation>
    </message>
    <message>
        <source>The image is still being downloaded.</source>
        <translation>Bildet lastes fortsatt ned.</translation>
    </message>
    <message>
        <source>Open in &amp;viewer window</source>
        <translation>Åpne i &amp;bildeviseren</translation>
    </message>
    <message>
        <source>Position and zoom</source>
        <translation>Posisjon og zoom</translation>
    </message>
    <message>
        <source>Select a job to see its picture.</source>
        <translation>Merk en jobb for å se bildet.</translation>
    </message>
</context>
<context>
    <name>createzoom::RangeEditor</name>
    <message>
        <source>From each image</source>
        <translation>Fra hvert bilde</translation>
    </message>
    <message>
        <source>The full range</source>
        <translation>Hele området</translation>
    </message>
    <message>
        <source>The same for all:</source>
        <translation>Det samme for alle:</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>Svart og hvitt</translation>
    </message>
    <message>
        <source>Value that becomes black</source>
        <translation>Verdi som blir svart</translation>
    </message>
    <message>
        <source>Value that becomes white</source>
        <translation>Verdi som blir hvit</translation>
    </message>
</context>
<context>
    <name>createzoom::RequestTab</name>
    <message>
        <source>Request and answer</source>
        <translation>Forespørsel og svar</translation>
    </message>
    <message>
        <source>Copy as &amp;curl</source>
        <translation>Kopier som &amp;curl</translation>
    </message>
    <message>
        <source>Copy a command that sends such a job; the token is taken from $TOKEN</source>
        <translation>Kopier en kommando som sender en slik jobb; tokenet hentes fra $TOKEN</translation>
    </message>
</context>
<context>
    <name>createzoom::ScanBar</name>
    <message>
        <source>Stop looking</source>
        <translation>Stopp letingen</translation>
    </message>
    <message>
        <source>Nothing of this drop is added</source>
        <translation>Ingenting av det som ble sluppet, legges til</translation>
    </message>
    <message>
        <source>Images found so far</source>
        <translation>Bilder funnet hittil</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Leter etter bilder…</translation>
    </message>
    <message numerus="yes">
        <source>Looking for images… %n found</source>
        <translation>
            <numerusform>Leter etter bilder… %n funnet</numerusform>
            <numerusform>Leter etter bilder… %n funnet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::ServerDialog</name>
    <message>
        <source>Change a server</source>
        <translation>Endre en server</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>Legg til en server</translation>
    </message>
    <message>
        <source>Outcome of the test</source>
        <translation>Resultatet av testen</translation>
    </message>
    <message>
        <source>That of an administrator: a server shows its jobs to nobody else</source>
        <translation>Tokenet til en administrator: en server viser ikke jobbene sine til noen andre</translation>
    </message>
    <message>
        <source>&amp;Keep the token on this computer</source>
        <translation>&amp;Behold tokenet på denne datamaskinen</translation>
    </message>
    <message>
        <source>In a file that nobody else may read: %1</source>
        <translation>I en fil som ingen andre kan lese: %1</translation>
    </message>
    <message>
        <source>Otherwise it is forgotten when CreateZoom is closed. It is kept as plain text in a file that only you can read.</source>
        <translation>Ellers glemmes det når CreateZoom lukkes. Det lagres som ren tekst i en fil som bare du kan lese.</translation>
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
        <translation>&amp;Navn:</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Koble til</translation>
    </message>
    <message>
        <source>Te&amp;st</source>
        <translation>Te&amp;st</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Fjern</translation>
    </message>
    <message>
        <source>Forgets this server and its token; its jobs go on</source>
        <translation>Glemmer denne serveren og tokenet; jobbene på den fortsetter</translation>
    </message>
    <message>
        <source>⚠ Without https others can read the token on its way.</source>
        <translation>⚠ Uten https kan andre lese tokenet underveis.</translation>
    </message>
    <message>
        <source>An address and a token are needed</source>
        <translation>Det trengs en adresse og et token</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Spør serveren</translation>
    </message>
</context>
<context>
    <name>createzoom::ServerTest</name>
    <message>
        <source>Connected.</source>
        <translation>Tilkoblet.</translation>
    </message>
    <message>
        <source>%1. Check the address, and whether the server runs.</source>
        <translation>%1. Kontroller adressen, og om serveren kjører.</translation>
    </message>
    <message>
        <source>The server does not accept this token. Copy it anew, whole.</source>
        <translation>Serveren godtar ikke dette tokenet. Kopier det på nytt, hele.</translation>
    </message>
    <message>
        <source>The token is good, but only administrators of this server may see all jobs.</source>
        <translation>Tokenet er gyldig, men bare administratorer av denne serveren kan se alle jobber.</translation>
    </message>
    <message>
        <source>%1. Check the address.</source>
        <translation>%1. Kontroller adressen.</translation>
    </message>
</context>
<context>
    <name>createzoom::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Innstillinger</translation>
    </message>
    <message>
        <source>Pages of settings</source>
        <translation>Innstillingssider</translation>
    </message>
    <message>
        <source>What cannot be kept</source>
        <translation>Det som ikke kan lagres</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Generelt</translation>
    </message>
    <message>
        <source>Adding</source>
        <translation>Legge til</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Overvåkede mapper</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Bildeviser</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Lagring</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Som systemet</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Lyst</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Mørkt</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Spør</translation>
    </message>
    <message>
        <source>Finish running jobs, then quit</source>
        <translation>Fullfør kjørende jobber, og avslutt så</translation>
    </message>
    <message>
        <source>Stop now and continue next time</source>
        <translation>Stopp nå og fortsett neste gang</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Kjør videre i systemstatusfeltet</translation>
    </message>
    <message>
        <source>&amp;Notify me when the queue has finished or jobs fail</source>
        <translation>&amp;Varsle meg når køen er ferdig eller jobber mislykkes</translation>
    </message>
    <message>
        <source>&amp;Keep the computer awake while jobs run</source>
        <translation>&amp;Hold datamaskinen våken mens jobber kjører</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Tema:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Språk:</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Et annet språk brukes fra neste start.</translation>
    </message>
    <message>
        <source>&amp;When closing while jobs run:</source>
        <translation>&amp;Når programmet lukkes mens jobber kjører:</translation>
    </message>
    <message>
        <source>&amp;Offer the REST interface to programs on this computer</source>
        <translation>Tilby &amp;REST-grensesnittet til programmer på denne datamaskinen</translation>
    </message>
    <message>
        <source>Any free one</source>
        <translation>Hvilken som helst ledig</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Addresses of web pages that may use it, separated by blanks, such as https://example.org; * for any</source>
        <translation>Adresser til nettsider som kan bruke det, atskilt med mellomrom, for eksempel https://example.org; * for alle</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>&amp;Port:</translation>
    </message>
    <message>
        <source>&amp;Web pages that may ask:</source>
        <translation>Nettsi&amp;der som får spørre:</translation>
    </message>
    <message>
        <source>These hold from the next start on. If another program has the port, the next free one is taken; the status bar says which.</source>
        <translation>Disse gjelder fra neste start. Hvis et annet program bruker porten, tas den neste ledige; statuslinjen viser hvilken.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>&amp;Memory for tiles:</source>
        <translation>&amp;Minne til fliser:</translation>
    </message>
    <message>
        <source>What a viewer keeps of a picture, so that it need not be read again.</source>
        <translation>Det en bildeviser beholder av et bilde, slik at det ikke må leses på nytt.</translation>
    </message>
    <message>
        <source>Work folder</source>
        <translation>Arbeidsmappe</translation>
    </message>
    <message>
        <source>Work folder:</source>
        <translation>Arbeidsmappe:</translation>
    </message>
    <message>
        <source>Kept free there:</source>
        <translation>Holdes ledig der:</translation>
    </message>
    <message>
        <source>Downloads, and archives for a bucket, lie in the work folder until they are done. Others are written where they go. Both are set in createzoom.toml (data, disk-floor).</source>
        <translation>Nedlastinger, og arkiver til en bøtte, ligger i arbeidsmappen til de er ferdige. Andre skrives der de skal ligge. Begge deler angis i createzoom.toml (data, disk-floor).</translation>
    </message>
    <message>
        <source>“%1” is not the address of a web page, such as https://example.org.</source>
        <translation>«%1» er ikke adressen til en nettside, for eksempel https://example.org.</translation>
    </message>
</context>
<context>
    <name>createzoom::SleepInhibitor</name>
    <message>
        <source>Images are being converted</source>
        <translation>Bilder blir konvertert</translation>
    </message>
</context>
<context>
    <name>createzoom::StatusLine</name>
    <message>
        <source>Address of the REST interface</source>
        <translation>Adressen til REST-grensesnittet</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>Ledig diskplass</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 kjører</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 venter</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 ferdig</translation>
    </message>
    <message>
        <source>REST: off</source>
        <translation>REST: av</translation>
    </message>
    <message>
        <source>REST: %1</source>
        <translation>REST: %1</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 ledig</translation>
    </message>
    <message>
        <source>Free on the disk of %1</source>
        <translation>Ledig på disken der %1 ligger</translation>
    </message>
    <message>
        <source>Show the jobs that run</source>
        <translation>Vis jobbene som kjører</translation>
    </message>
    <message>
        <source>Show the jobs that wait</source>
        <translation>Vis jobbene som venter</translation>
    </message>
    <message>
        <source>%1 need attention</source>
        <translation>%1 må sjekkes</translation>
    </message>
    <message>
        <source>Show the jobs that failed or need something</source>
        <translation>Vis jobbene som mislyktes eller trenger noe</translation>
    </message>
    <message>
        <source>Show the jobs that are done</source>
        <translation>Vis jobbene som er ferdige</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Kø</translation>
    </message>
    <message>
        <source>When all is done</source>
        <translation>Når alt er ferdig</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Hastighet</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Merket</translation>
    </message>
    <message>
        <source>Progress of all jobs</source>
        <translation>Framdrift for alle jobber</translation>
    </message>
    <message>
        <source>Pausing after running jobs</source>
        <translation>Pause etter kjørende jobber</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>På pause</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Kjører</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>all done in %1</source>
        <comment>about 5 min</comment>
        <translation>alt ferdig om %1</translation>
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
            <numerusform>%n merket</numerusform>
            <numerusform>%n merket</numerusform>
        </translation>
    </message>
    <message>
        <source>Disk full: %1 free</source>
        <translation>Disken er full: %1 ledig</translation>
    </message>
    <message>
        <source>Low disk: %1 free</source>
        <translation>Lite diskplass: %1 ledig</translation>
    </message>
    <message>
        <source>Show who works for this server</source>
        <translation>Vis hvem som arbeider for denne serveren</translation>
    </message>
    <message numerus="yes">
        <source>%n workers</source>
        <translation>
            <numerusform>%n arbeider</numerusform>
            <numerusform>%n arbeidere</numerusform>
        </translation>
    </message>
    <message>
        <source>No workers</source>
        <translation>Ingen arbeidere</translation>
    </message>
</context>
<context>
    <name>createzoom::StepsTab</name>
    <message>
        <source>Get the image</source>
        <translation>Hent bildet</translation>
    </message>
    <message>
        <source>Build and pack the pyramid</source>
        <translation>Bygg og pakk pyramiden</translation>
    </message>
    <message>
        <source>Send the archive</source>
        <translation>Send arkivet</translation>
    </message>
    <message>
        <source>Steps of the job</source>
        <translation>Trinnene i jobben</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Trinn</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Varighet</translation>
    </message>
    <message>
        <source>Handed on</source>
        <translation>Levert videre</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Hastighet</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Feil: %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Ferdig</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>Gjenstår</translation>
    </message>
</context>
<context>
    <name>createzoom::ThroughputGraph</name>
    <message>
        <source>Speed in the last 60 minutes</source>
        <translation>Hastighet de siste 60 minuttene</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Hastighet</translation>
    </message>
    <message>
        <source>Speed, at most %1</source>
        <translation>Hastighet, høyst %1</translation>
    </message>
    <message>
        <source>60 min ago</source>
        <translation>60 min siden</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nå</translation>
    </message>
    <message>
        <source>No speed measured yet</source>
        <translation>Ingen hastighet målt ennå</translation>
    </message>
</context>
<context>
    <name>createzoom::TokenDialog</name>
    <message>
        <source>Token for a bucket</source>
        <translation>Token for en bøtte</translation>
    </message>
    <message>
        <source>&amp;Use the token</source>
        <translation>&amp;Bruk tokenet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>createzoom::TokenEdit</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dager</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 t %2 min</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Paste the token here</source>
        <translation>Lim inn tokenet her</translation>
    </message>
    <message>
        <source>Proves to the bucket who you are. It is kept sealed until the jobs end, and is never shown</source>
        <translation>Viser bøtten hvem du er. Det oppbevares forseglet til jobbene er slutt, og vises aldri</translation>
    </message>
    <message>
        <source>How long the token holds</source>
        <translation>Hvor lenge tokenet er gyldig</translation>
    </message>
    <message>
        <source>This token does not say how long it holds.</source>
        <translation>Dette tokenet sier ikke hvor lenge det er gyldig.</translation>
    </message>
    <message>
        <source>Expired at %1. Sign in again and paste a new one.</source>
        <translation>Utløp %1. Logg inn på nytt og lim inn et nytt.</translation>
    </message>
    <message>
        <source>Holds for %1, until %2.</source>
        <translation>Gyldig i %1, til %2.</translation>
    </message>
</context>
<context>
    <name>createzoom::ViewerActions</name>
    <message>
        <source>Small &amp;map</source>
        <translation>Oversikts&amp;kart</translation>
    </message>
    <message>
        <source>Scale &amp;bar</source>
        <translation>&amp;Målestokk</translation>
    </message>
    <message>
        <source>&amp;Tile frames</source>
        <translation>&amp;Flisrammer</translation>
    </message>
    <message>
        <source>&amp;Copy view</source>
        <translation>Kopier &amp;visning</translation>
    </message>
    <message>
        <source>&amp;Save view...</source>
        <translation>&amp;Lagre visning...</translation>
    </message>
    <message>
        <source>&amp;Previous picture</source>
        <translation>Fo&amp;rrige bilde</translation>
    </message>
    <message>
        <source>&amp;Next picture</source>
        <translation>&amp;Neste bilde</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom &amp;inn</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom &amp;ut</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>Vis &amp;alt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Turn &amp;right</source>
        <translation>Roter mot &amp;høyre</translation>
    </message>
    <message>
        <source>Turn &amp;left</source>
        <translation>Roter mot v&amp;enstre</translation>
    </message>
    <message>
        <source>The view was copied.</source>
        <translation>Visningen ble kopiert.</translation>
    </message>
    <message>
        <source>view</source>
        <translation>visning</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>Lagre visningen</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-bilde (*.png)</translation>
    </message>
    <message>
        <source>The view was saved as %1.</source>
        <translation>Visningen ble lagret som %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kan ikke skrives: %2</translation>
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
        <translation>Bildeviser</translation>
    </message>
    <message>
        <source>Plus and minus zoom, the arrow keys move, 0 shows all, 1 shows full size</source>
        <translation>Pluss og minus zoomer, piltastene flytter, 0 viser alt, 1 viser full størrelse</translation>
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
        <translation>nivå %1</translation>
    </message>
    <message>
        <source>still being made</source>
        <translation>lages fortsatt</translation>
    </message>
    <message>
        <source>level %1 of %2</source>
        <translation>nivå %1 av %2</translation>
    </message>
    <message numerus="yes">
        <source>%n tiles in memory</source>
        <translation>
            <numerusform>%n flis i minnet</numerusform>
            <numerusform>%n fliser i minnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tiles waiting</source>
        <translation>
            <numerusform>%n flis venter</numerusform>
            <numerusform>%n fliser venter</numerusform>
        </translation>
    </message>
    <message>
        <source>Its tiles are too small to be shown.</source>
        <translation>Flisene er for små til å vises.</translation>
    </message>
</context>
<context>
    <name>createzoom::ViewerWindow</name>
    <message>
        <source>Opening %1</source>
        <translation>Åpner %1</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fil</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>&amp;Åpne...</translation>
    </message>
    <message>
        <source>Deep Zoom (*.dzip *.szi *.dzi)</source>
        <translation>Deep Zoom (*.dzip *.szi *.dzi)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Lu&amp;kk</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vis</translation>
    </message>
    <message>
        <source>Full &amp;screen</source>
        <translation>Full&amp;skjerm</translation>
    </message>
    <message>
        <source>Position and zoom</source>
        <translation>Posisjon og zoom</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 av %3)</translation>
    </message>
    <message>
        <source>Open another &amp;file...</source>
        <translation>Åpne en a&amp;nnen fil...</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gå</translation>
    </message>
    <message>
        <source>Open pyramids</source>
        <translation>Åpne pyramider</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation>%1 kan ikke vises</translation>
    </message>
</context>
<context>
    <name>createzoom::WatchPage</name>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Fjern</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Overvåkede mapper</translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>&amp;Legg til en mappe…</translation>
    </message>
    <message>
        <source>Ticked: watched</source>
        <translation>Avkrysset: overvåket</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>Mappe som skal overvåkes</translation>
    </message>
    <message>
        <source>Images that arrive in these folders, or below them, are converted as the page Adding says. An image is taken once, when it has not changed for 10 seconds. For a bucket a token is asked for after each start.</source>
        <translation>Bilder som kommer inn i disse mappene, eller under dem, konverteres slik siden «Legge til» sier. Et bilde tas én gang, når det ikke har endret seg på 10 sekunder. For en bøtte spørres det etter et token etter hver start.</translation>
    </message>
    <message>
        <source>Archives of this folder go &amp;elsewhere</source>
        <translation>Arkivene fra denne mappen går et &amp;annet sted</translation>
    </message>
</context>
<context>
    <name>createzoom::WindowActions</name>
    <message>
        <source>Retry all &amp;failed (%1)</source>
        <translation>Prøv alle m&amp;islykkede igjen (%1)</translation>
    </message>
    <message>
        <source>Retry all &amp;failed</source>
        <translation>Prøv alle m&amp;islykkede igjen</translation>
    </message>
    <message>
        <source>&amp;Start queue</source>
        <translation>&amp;Start køen</translation>
    </message>
    <message>
        <source>&amp;Pause queue</source>
        <translation>&amp;Pause køen</translation>
    </message>
    <message>
        <source>Begin waiting jobs again</source>
        <translation>Begynn på ventende jobber igjen</translation>
    </message>
    <message>
        <source>Begin no more jobs; those that run go on</source>
        <translation>Begynn ikke på flere jobber; de som kjører, fortsetter</translation>
    </message>
    <message>
        <source>Start queue</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Pause queue</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>createzoom::WindowSession</name>
    <message>
        <source>&amp;Show the window</source>
        <translation>&amp;Vis vinduet</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Avslutt</translation>
    </message>
    <message numerus="yes">
        <source>CreateZoom ends when %n running jobs have finished. No other is begun.</source>
        <translation>
            <numerusform>CreateZoom avsluttes når %n kjørende jobb er ferdig. Ingen annen startes.</numerusform>
            <numerusform>CreateZoom avsluttes når %n kjørende jobber er ferdige. Ingen annen startes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay open</source>
        <translation>Ikke avslutt</translation>
    </message>
    <message>
        <source>Watched folders wait: a token for the bucket folder %1 is needed.</source>
        <translation>Overvåkede mapper venter: det trengs et token for bøttemappen %1.</translation>
    </message>
    <message>
        <source>Paste a token…</source>
        <translation>Lim inn et token…</translation>
    </message>
    <message>
        <source>Images that arrive in watched folders go to the bucket folder %1. The token is forgotten when the program ends.</source>
        <translation>Bilder som kommer inn i overvåkede mapper, går til bøttemappen %1. Tokenet glemmes når programmet avsluttes.</translation>
    </message>
    <message>
        <source>The token for the bucket folder %1 was refused: it was revoked or has expired. Watched folders wait; with a new one the jobs that failed run again.</source>
        <translation>Tokenet for bøttemappen %1 ble avvist: Det er trukket tilbake eller utløpt. Overvåkede mapper venter; med et nytt kjøres de mislykkede jobbene på nytt.</translation>
    </message>
</context>
<context>
    <name>createzoom::WorkersTab</name>
    <message>
        <source>No sign of life</source>
        <translation>Ingen livstegn</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>Arbeider</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Takes requests</source>
        <translation>Tar imot forespørsler</translation>
    </message>
    <message>
        <source>Workers of the server</source>
        <translation>Serverens arbeidere</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Arbeider</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>At work on</source>
        <translation>Arbeider med</translation>
    </message>
    <message>
        <source>Jobs at a time</source>
        <translation>Jobber om gangen</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maskin</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versjon</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Siden</translation>
    </message>
    <message>
        <source>Nobody works here. On a machine of this server: createzoomd --worker</source>
        <translation>Ingen arbeider her. På en av serverens maskiner: createzoomd --worker</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <comment>image, step, percent</comment>
        <translation>%1 (%2, %3)</translation>
    </message>
</context>
</TS>
