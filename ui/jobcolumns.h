// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace createzoom {

struct JobRow;

/// The columns of the table of jobs; their order here is that in which they first stand.
enum class JobColumn {
    Place,
    Picture, ///< of comfortable rows alone
    Name,
    State,
    Steps,
    Progress,
    TimeLeft,
    Speed,
    Size,
    Source,
    Added,
    OutputSize,
    Ratio,
    Dimensions,
    Tiles,
    Format,
    Destination,
    Started,
    Finished,
    Duration,
    WaitingTime,
    Attempt,
    Preset,
    Worker,
    Error,
    JobId,
    Submitter,
    Count,
};
inline constexpr int jobColumnCount = static_cast<int>(JobColumn::Count);

/// One row of the table of columns.
struct JobColumnInfo
{
    JobColumn column;
    const char *title; ///< not yet translated
    int width; ///< at 96 dots an inch
    bool isShown; ///< at first
    bool isFigure; ///< or a time: stands at the trailing edge, and sorts downwards first
    QString (*text)(const JobRow &row);
    double (*number)(const JobRow &row); ///< by which it sorts; null: by its text (JobSortKeys)
};

std::span<const JobColumnInfo> jobColumns();
const JobColumnInfo &jobColumn(int column);
QString jobColumnTitle(int column);
/// Pictures have no order.
constexpr bool isSortable(int column)
{
    return column >= 0 && column < jobColumnCount && column != static_cast<int>(JobColumn::Picture);
}

/// "1.4 GB"; empty for 0.
QString bytesText(qint64 bytes);
/// "82 MB/s" or "210 Mpx/s"; empty for 0.
QString speedText(double perSecond, bool isOfPixels);
/// "1:05" (minutes and seconds) or "2:10:00".
QString durationText(qint64 milliseconds);

} // namespace createzoom
