<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AddReport</name>
    <message numerus="yes">
        <source>Added %n jobs</source>
        <translation>
            <numerusform>Added %n job</numerusform>
            <numerusform>Added %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::AddSheet</name>
    <message numerus="yes">
        <source>Looking for images… %n found</source>
        <translation>
            <numerusform>Looking for images… %n found</numerusform>
            <numerusform>Looking for images… %n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images, %1</source>
        <translation>
            <numerusform>%n image, %1</numerusform>
            <numerusform>%n images, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n images</source>
        <translation>
            <numerusform>Add %n image</numerusform>
            <numerusform>Add %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::BucketDialog</name>
    <message numerus="yes">
        <source>Listing… %n objects so far</source>
        <translation>
            <numerusform>Listing… %n object so far</numerusform>
            <numerusform>Listing… %n objects so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected, %1</source>
        <translation>
            <numerusform>%n selected, %1</numerusform>
            <numerusform>%n selected, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n images</source>
        <translation>
            <numerusform>Add %n image</numerusform>
            <numerusform>Add %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n objects.</source>
        <translation>
            <numerusform>Stopped after %n object.</numerusform>
            <numerusform>Stopped after %n objects.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::CloseDialog</name>
    <message numerus="yes">
        <source>%n jobs are running.</source>
        <translation>
            <numerusform>%n job is running.</numerusform>
            <numerusform>%n jobs are running.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::ExistingDialog</name>
    <message numerus="yes">
        <source>The archives of %n images exist already.</source>
        <translation>
            <numerusform>The archive of %n image exists already.</numerusform>
            <numerusform>The archives of %n images exist already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::FactsTable</name>
    <message numerus="yes">
        <source>%n level(s)</source>
        <translation>
            <numerusform>%n level</numerusform>
            <numerusform>%n levels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::JobOptionsDialog</name>
    <message numerus="yes">
        <source>Options of %n jobs</source>
        <translation>
            <numerusform>Options of %n job</numerusform>
            <numerusform>Options of %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n &amp;selected jobs</source>
        <translation>
            <numerusform>The %n &amp;selected job</numerusform>
            <numerusform>The %n &amp;selected jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;All %n waiting jobs</source>
        <translation>
            <numerusform>The %n w&amp;aiting job</numerusform>
            <numerusform>&amp;All %n waiting jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::MainWindow</name>
    <message numerus="yes">
        <source>Add %n files or folders</source>
        <translation>
            <numerusform>Add %n file or folder</numerusform>
            <numerusform>Add %n files or folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs failed.</source>
        <translation>
            <numerusform>%n job failed.</numerusform>
            <numerusform>%n jobs failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry all %n</source>
        <translation>
            <numerusform>Retry %n</numerusform>
            <numerusform>Retry all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CreateZoom closed unexpectedly. %n jobs were continued.</source>
        <translation>
            <numerusform>CreateZoom closed unexpectedly. %n job was continued.</numerusform>
            <numerusform>CreateZoom closed unexpectedly. %n jobs were continued.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add more than %n images</source>
        <translation>
            <numerusform>Add more than %n image</numerusform>
            <numerusform>Add more than %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n images</source>
        <translation>
            <numerusform>Add %n image</numerusform>
            <numerusform>Add %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs run again with a token that may read their images and write their archives; the one they had was erased when they ended.</source>
        <translation>
            <numerusform>A job runs again with a token that may read its image and write its archive; the one it had was erased when it ended.</numerusform>
            <numerusform>%n jobs run again with a token that may read their images and write their archives; the one they had was erased when they ended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::MessageBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::Notifier</name>
    <message numerus="yes">
        <source>%n jobs failed</source>
        <translation>
            <numerusform>%n job failed</numerusform>
            <numerusform>%n jobs failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::OverviewTab</name>
    <message numerus="yes">
        <source>%n jobs are selected</source>
        <translation>
            <numerusform>%n job is selected</numerusform>
            <numerusform>%n jobs are selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::ScanBar</name>
    <message numerus="yes">
        <source>Looking for images… %n found</source>
        <translation>
            <numerusform>Looking for images… %n found</numerusform>
            <numerusform>Looking for images… %n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::StatusLine</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workers</source>
        <translation>
            <numerusform>%n worker</numerusform>
            <numerusform>%n workers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::TokenEdit</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::ViewerWidget</name>
    <message numerus="yes">
        <source>%n tiles in memory</source>
        <translation>
            <numerusform>%n tile in memory</numerusform>
            <numerusform>%n tiles in memory</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tiles waiting</source>
        <translation>
            <numerusform>%n tile waiting</numerusform>
            <numerusform>%n tiles waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>createzoom::WindowSession</name>
    <message numerus="yes">
        <source>CreateZoom ends when %n running jobs have finished. No other is begun.</source>
        <translation>
            <numerusform>CreateZoom ends when %n running job has finished. No other is begun.</numerusform>
            <numerusform>CreateZoom ends when %n running jobs have finished. No other is begun.</numerusform>
        </translation>
    </message>
</context>
</TS>
