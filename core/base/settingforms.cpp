// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/settingforms.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

bool isHostPort(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool ok = false;
    const int port = text.sliced(colon + 1).toInt(&ok);
    return colon > 0 && ok && port >= 0 && port <= 65535;
}

bool isUrl(const QString &text, const QStringList &schemes)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && schemes.contains(url.scheme())
        && (url.scheme() == u"file" ? url.path().startsWith(u'/') : !url.host().isEmpty());
}

bool isOrigin(const QString &text)
{
    return text == u"*"
        || (isUrl(text, {u"http"_s, u"https"_s})
            && QUrl(text).toString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery
                                   | QUrl::RemoveFragment)
                == text);
}

bool isLoaderList(const QString &text)
{
    static const QRegularExpression form(
        u"^((openslide|jp2k|jxl|openexr|ppm|magick|pdf|svg|fits|mat|analyze)(,(?=.)|$))+$"_s);
    return form.match(text).hasMatch();
}

bool isAddressOrNetwork(const QString &text)
{
    static const QRegularExpression form(u"^[0-9a-fA-F.:]*[.:][0-9a-fA-F.:]*(/[0-9]{1,3})?$"_s);
    return form.match(text).hasMatch();
}

} // namespace createzoom
