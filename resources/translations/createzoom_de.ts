<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>ErrorText</name>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry the job if this was not meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check what was entered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name or an option is not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the file or change the option, then add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been moved, renamed or deleted since it was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back and retry, or remove the job and add it from its new place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bucket did not accept the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again and send the job with a new token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign-in expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token holds for a limited time only, and is erased when its job ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not read the source or not write to the destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask its owner for the right, or choose another destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file of that name, and it may not be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it away or choose another destination, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds something else, whatever its name says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in the program that made it and export a TIFF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is cut off or broken, often by a copy that did not finish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again from where it came, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it as TIFF or OME-TIFF, then add that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is larger than the limits of this program allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export a smaller part of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some formats can only be read as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow more memory in the settings, or export it as a tiled TIFF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step did not end within its time limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry when the disk and the network are less busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoder crashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is probably damaged or of an unusual kind. No other job is affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in another program and export a TIFF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough free space for the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space; the job goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the rights of its folder and that the disk is connected, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was refused or lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the connection, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks to come back later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry in some minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bucket&apos;s server has a problem of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What arrived is not what was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry; if it happens again, check disk and network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queue full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many jobs wait as are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the rest when some have finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>store not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store of jobs cannot be reached now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk of the data folder; nothing that was accepted is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the job has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>internal error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a defect of CreateZoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please report it with the technical details.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobText</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped (exists)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pyramid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done with warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retrying at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, step %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REST</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::DestinationBox</name>
    <message>
        <source>Where archives go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for archives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside each image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::DetailsPane</name>
    <message>
        <source>Details of the selected job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a job: its state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a job to see its details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are selected.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::DropZone</name>
    <message>
        <source>Drop images here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TIFF, JPEG, PNG, SVS, NDPI, MRXS and others, or folders of them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::JobCommands</name>
    <message>
        <source>The queue is full</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::JobTableModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::JobsPage</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::MainWindow</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ou&amp;tput:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add all images below a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job was added</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n jobs were added</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not added, as they are no images: %1. Add files… takes them whatever their names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not added, as an image of the same name goes to the same folder: %1. Add them with another output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No images were found there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CreateZoom — %1 running, %2 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit CreateZoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are running.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They stop now and start again when CreateZoom is opened the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::MessageBar</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::StatusLine</name>
    <message>
        <source>Jobs by state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the REST interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REST: off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REST: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free on the disk of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::ViewerWidget</name>
    <message>
        <source>%1 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plus and minus zoom, the arrow keys move, 0 shows all, 1 shows full size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 µm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of full size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::ViewerWindow</name>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a pyramid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deep Zoom (*.dzip *.szi *.dzi)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full &amp;screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be shown.

%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::WindowActions</name>
    <message>
        <source>&amp;Add files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add images to convert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add all images below a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the selected jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a waiting or running job to cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the selected jobs again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a failed or cancelled job to retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the selected jobs from the list; images and archives stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a job that has ended to remove it from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;output folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the folder of the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a finished job with an archive on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the details of the selected job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close CreateZoom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
