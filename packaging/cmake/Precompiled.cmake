# Precompiled headers: most of a compilation here is reading Qt. Each set is compiled once and shared by every target of
# its kind. No file relies on them: the header check and CREATEZOOM_PRECOMPILE=OFF compile without.

option(CREATEZOOM_PRECOMPILE "Read Qt's headers once for many files" ON)

set(standard_headers
  <algorithm> <array> <chrono> <cmath> <functional> <memory> <mutex> <optional> <stop_token> <thread> <utility> <vector>)
set(core_headers
  <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QFileInfo> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject>
  <QList> <QLocale> <QObject> <QRegularExpression> <QSet> <QString> <QStringList> <QTemporaryDir> <QTimer> <QUrl>)
set(window_headers
  <QAction> <QApplication> <QBoxLayout> <QCheckBox> <QComboBox> <QDialog> <QDialogButtonBox> <QHeaderView> <QLabel>
  <QLineEdit> <QMimeData> <QPainter> <QPushButton> <QSettings> <QStyle> <QToolButton> <QTreeWidget>)

# createzoom_precompiled(<set> HEADERS <headers> LIBRARIES <targets>): makes createzoom_precompiled_<set>.
function(createzoom_precompiled set)
  cmake_parse_arguments(arg "" "" "HEADERS;LIBRARIES" ${ARGN})
  set(empty ${PROJECT_BINARY_DIR}/generated/precompiled_${set}.cpp)
  file(CONFIGURE OUTPUT ${empty} CONTENT "")
  add_library(createzoom_precompiled_${set} OBJECT ${empty})
  set_target_properties(createzoom_precompiled_${set} PROPERTIES AUTOMOC OFF)
  target_link_libraries(createzoom_precompiled_${set} PRIVATE createzoom_options ${arg_LIBRARIES})
  target_precompile_headers(createzoom_precompiled_${set} PRIVATE ${arg_HEADERS})
endfunction()

# createzoom_use_precompiled(<target> <set>)
function(createzoom_use_precompiled target set)
  if(CREATEZOOM_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM createzoom_precompiled_${set})
  endif()
endfunction()

if(CREATEZOOM_PRECOMPILE)
  createzoom_precompiled(core HEADERS ${standard_headers} ${core_headers} LIBRARIES Qt6::Core)
  if(CREATEZOOM_UI)
    createzoom_precompiled(window HEADERS ${standard_headers} ${core_headers} ${window_headers} LIBRARIES Qt6::Widgets)
  endif()
endif()
