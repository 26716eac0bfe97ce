# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the image of each role and pushes them all, once every one is built.
# usage: $env:REGISTRY = 'docker-registry.example/zoom'; packaging/build_and_push.ps1
# $env:TAG: by default the version; "latest" is moved along. $env:PLATFORMS = 'linux/amd64,linux/arm64': for several at once.
# $env:OPENSEADRAGON = 'OFF': without the viewer of the dashboard's previews, where npm's registry cannot be reached.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')

if (-not $env:REGISTRY) { throw 'Say where to push: $env:REGISTRY = ''docker-registry.example/zoom''' }
$version = (Select-String -Path CMakeLists.txt -Pattern '^project\(.* VERSION ([0-9.]+)').Matches[0].Groups[1].Value
$tag = if ($env:TAG) { $env:TAG } else { $version }
$revision = git rev-parse --short HEAD
$targets = 'api', 'downloader', 'processor', 'uploader', 'worker', 'all-in-one'

function Get-Image($target) { # the one for everything has no suffix
    $suffix = if ($target -eq 'all-in-one') { '' } else { "-$target" }
    "$($env:REGISTRY.TrimEnd('/'))/createzoom$suffix"
}

function Invoke-Docker {
    docker @args
    if ($LASTEXITCODE -ne 0) { throw "docker $($args[0]) failed" }
}

$viewer = if ($env:OPENSEADRAGON) { $env:OPENSEADRAGON } else { 'ON' }
$options = '--file', 'packaging/docker/Dockerfile', '--build-arg', "VERSION=$version", '--build-arg', "REVISION=$revision",
    '--build-arg', "OPENSEADRAGON=$viewer"
foreach ($target in $targets) {
    $image = Get-Image $target
    $tags = '--tag', "${image}:$tag", '--tag', "${image}:latest"
    if ($env:PLATFORMS) { # an image of several kinds goes straight to the registry
        Invoke-Docker buildx build --platform $env:PLATFORMS --push @options --target $target @tags .
    } else {
        Invoke-Docker build @options --target $target @tags .
    }
}
if ($env:PLATFORMS) { return }
foreach ($target in $targets) {
    $image = Get-Image $target
    Invoke-Docker push "${image}:$tag"
    Invoke-Docker push "${image}:latest"
}
