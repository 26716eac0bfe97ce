<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb">
<context>
    <name>AddReport</name>
    <message>
        <source>Added a job</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Added %n jobs</source>
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
        <source>Not there any more: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not added, as an image of the same name goes to the same folder: %1. Add them with another destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No images were found there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
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
    <name>JobColumns</name>
    <message>
        <source>own options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
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
        <source>Output size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels / tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Mpx/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB/s</source>
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
        <source>REST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3, pauses after this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>As they are</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Standard (JPEG tiles)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segmentation (exact colours)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueForecastText</name>
    <message>
        <source>about a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpaceNeed</name>
    <message>
        <source>Needs about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs about %1, but only %2 are free on the disk of %3. Jobs will wait when the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs about %1; %2 are free on the disk of %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Queue</source>
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
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause &amp;after running jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About CreateZoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;CreateZoom %1&lt;/h3&gt;&lt;p&gt;Turns images into Deep Zoom archives.&lt;/p&gt;&lt;p&gt;Licence: GPL-3.0-or-later. Qt %2.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::AddCommands</name>
    <message>
        <source>The queue is full</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::AddSheet</name>
    <message>
        <source>Skip the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the archive exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise the jobs wait, paused, until you resume them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preset:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Archives go:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the archive &amp;exists:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Looking for images… %n found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No images were found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One image, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n images, %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No images, so left out: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not there: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add %n images</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::AddingPage</name>
    <message>
        <source>As&amp;k about archives that exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start jobs at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask &amp;each time images are added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise only the first time, and with the Shift key held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preset:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;rchives go:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::BucketDialog</name>
    <message>
        <source>&amp;List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only &amp;images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add from a bucket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bucket/folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the bucket to list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of the bucket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bucket and folder:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preset:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Archives go:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bucket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for the list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Listing… %n objects so far</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 objects, of which %2 are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the images to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n selected, %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n images</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::BucketModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::CloseDialog</name>
    <message>
        <source>&amp;Finish running jobs, then quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop &amp;now and continue next time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep running in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Always do this</source>
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
        <source>No other job is begun; waiting jobs stay for the next time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They go back to the queue and lose what they did of their current step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings can change it again</source>
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
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::ConnectionBox</name>
    <message>
        <source>Whose jobs are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose jobs are shown: this computer&apos;s or a server&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::Connections</name>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::DesktopNotifications</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::DestinationEditor</name>
    <message>
        <source>Beside each image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into one folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of images with the same name only the first is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same folders again, below…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added folders are made again there, with all their folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into a bucket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archives are made here, then uploaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where archives go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for archives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder for archives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the bucket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bucket/folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder for archives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the bucket and its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bucket folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a token that holds.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::DetailsPane</name>
    <message>
        <source>Details of the selected jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only jobs of a bucket have a request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one job</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::DropZone</name>
    <message>
        <source>Drop images here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop images or folders here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TIFF, JPEG, PNG, SVS, NDPI, MRXS and others become .dzip pyramids</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::ErrorPanel</name>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy re&amp;port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error code: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed attempts: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::ExistingDialog</name>
    <message>
        <source>&amp;Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another &amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archives that exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive of one image exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The archives of %n images exist already.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the selected ones:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::FactsTable</name>
    <message>
        <source>%1 → %2 (%3 times)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 µm/px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n level(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worked %1</source>
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
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pyramid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Durations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::FilterPane</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled, skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 3 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a filter: how many jobs</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::JobActions</name>
    <message>
        <source>Names and paths were copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::JobOptionsDialog</name>
    <message>
        <source>Options of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Options of %n jobs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Apply to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;This job</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The %n &amp;selected jobs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;All %n waiting jobs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Of options that differ, each job keeps its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs that run, or are done, keep the options they began with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::JobTableModel</name>
    <message>
        <source>Place in the queue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::JobTableView</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit widths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::JobsPage</name>
    <message>
        <source>&amp;Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No jobs match the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No jobs match “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::LogTab</name>
    <message>
        <source>Log of the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll to new lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the lines that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the lines that are shown in a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log cannot be read. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt *.log)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::MainWindow</name>
    <message>
        <source>Add images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add all images below a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search name, path, id, state:failed …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of name, path or id; state:, source:, preset:, bucket:, worker: followed by a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no files on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add %n files or folders</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A job failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n jobs failed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Retry all %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 running, %2 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>CreateZoom closed unexpectedly. %n jobs were continued.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::MessageBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::MessageLine</name>
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
    <name>createzoom::Notifier</name>
    <message>
        <source>A job failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n jobs failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All jobs have ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::OptionsForm</name>
    <message>
        <source>(differs)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected jobs differ here; each keeps its own until you change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong with the options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not possible. %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::OptionsPanel</name>
    <message>
        <source>&amp;Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality, tiles, colours, channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the options</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::OptionsTab</name>
    <message>
        <source>JPEG quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tile size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the output exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range of values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiles of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change &amp;options…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used when the job runs next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed, as the job has begun or is done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::OverviewTab</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs by state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of archives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job is selected. The queue holds:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::PresetBar</name>
    <message>
        <source>&amp;Save as preset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep these options under a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this preset; jobs that were added with it stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a preset of yours.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::PreviewPane</name>
    <message>
        <source>The picture appears here while the pyramid is being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first tiles are not there yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job failed: there is no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job was cancelled: there is no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is still being downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in &amp;viewer window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position and zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a job to see its picture.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::RangeEditor</name>
    <message>
        <source>From each image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The full range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for all:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value that becomes black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value that becomes white</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::RequestTab</name>
    <message>
        <source>Request and answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;curl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a command that sends such a job; the token is taken from $TOKEN</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::ScanBar</name>
    <message>
        <source>Stop looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this drop is added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images found so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Looking for images… %n found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::ServerDialog</name>
    <message>
        <source>Change a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome of the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That of an administrator: a server shows its jobs to nobody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep the token on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a file that nobody else may read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise it is forgotten when CreateZoom is closed. It is kept as plain text in a file that only you can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te&amp;st</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgets this server and its token; its jobs go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Without https others can read the token on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address and a token are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::ServerTest</name>
    <message>
        <source>Connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Check the address, and whether the server runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not accept this token. Copy it anew, whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is good, but only administrators of this server may see all jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What cannot be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish running jobs, then quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop now and continue next time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Notify me when the queue has finished or jobs fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep the computer awake while jobs run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;When closing while jobs run:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Offer the REST interface to programs on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any free one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses of web pages that may use it, separated by blanks, such as https://example.org; * for any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Web pages that may ask:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These hold from the next start on. If another program has the port, the next free one is taken; the status bar says which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Memory for tiles:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a viewer keeps of a picture, so that it need not be read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work folder:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept free there:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloads, and archives for a bucket, lie in the work folder until they are done. Others are written where they go. Both are set in createzoom.toml (data, disk-floor).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not the address of a web page, such as https://example.org.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::SleepInhibitor</name>
    <message>
        <source>Images are being converted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::StatusLine</name>
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
    <message>
        <source>Show the jobs that run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the jobs that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 need attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the jobs that failed or need something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the jobs that are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When all is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of all jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausing after running jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all done in %1</source>
        <comment>about 5 min</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓ %1</source>
        <comment>downloads</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ %1</source>
        <comment>uploads</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Disk full: %1 free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low disk: %1 free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::StepsTab</name>
    <message>
        <source>Get the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build and pack the pyramid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To come</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::ThroughputGraph</name>
    <message>
        <source>Speed in the last 60 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed, at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>60 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::TokenEdit</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the token here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proves to the bucket who you are. It is kept sealed until the jobs end, and is never shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the token holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token does not say how long it holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired at %1. Sign in again and paste a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds for %1, until %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::ViewerActions</name>
    <message>
        <source>Small &amp;map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale &amp;bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tile frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save view...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next picture</source>
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
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn &amp;right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn &amp;left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view was saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
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
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tiles in memory</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tiles waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Its tiles are too small to be shown.</source>
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
        <source>Full &amp;screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position and zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another &amp;file...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open pyramids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::WatchPage</name>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images that arrive in these folders, or below them, are converted as the page Adding says. An image is taken once, when it has not changed for 10 seconds. Archives never go to a bucket by themselves: then they go beside the images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticked: watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::WatchRunner</name>
    <message>
        <source>The queue is full</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::WindowActions</name>
    <message>
        <source>Open output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry all &amp;failed (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry all &amp;failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin waiting jobs again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin no more jobs; those that run go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>createzoom::WindowSession</name>
    <message>
        <source>&amp;Show the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>CreateZoom ends when %n running jobs have finished. No other is begun.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stay open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
