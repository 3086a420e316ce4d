"""核对.cmd: what a stick brings to check itself on Windows 7 to 11, where nothing may be installed.

One file for two programs: cmd ends before the marked line, and what follows it is given to PowerShell as a command, since
a script file would be refused by the policy that every Windows starts with. Only what PowerShell 2.0 knows is used (Windows
7; Get-FileHash came with 4.0). In GBK, because that is how cmd on a Chinese Windows reads a file and writes to its window.
"""

from __future__ import annotations

NAME = "核对.cmd"
_ENCODING = "gbk"

_READ = "[IO.File]::ReadAllText($env:HANDBOOK, [Text.Encoding]::GetEncoding(936))"
_CMD = f"""\
@echo off
setlocal
set "HANDBOOK=%~f0"
powershell -NoProfile -Command "$t = {_READ}; Invoke-Expression ($t.Substring($t.IndexOf('#' + 'POWERSHELL')))"
set "RESULT=%errorlevel%"
if not %RESULT%==0 if not %RESULT%==2 echo 没有核对成：这台电脑不让运行 PowerShell，请照“说明.txt”核对压缩包。
if not "%~1"=="/q" pause
exit /b %RESULT%
"""
# PowerShell takes curly quotes for straight ones and hanzi for letters of a variable's name: words stand in '…' only.
_POWERSHELL = """\
#POWERSHELL
$ErrorActionPreference = 'Stop'
$folder = [IO.Path]::GetDirectoryName($env:HANDBOOK)
$list = [IO.Path]::Combine($folder, 'SHA256SUMS.txt')
if (-not [IO.File]::Exists($list)) {
    Write-Host '没有找到清单 SHA256SUMS.txt：先把压缩包整个解压，再双击解压出来的“核对.cmd”。'
    exit 2
}
$sha256 = New-Object Security.Cryptography.SHA256Managed
function Get-Sum($path) {
    $stream = [IO.File]::OpenRead($path)
    $sum = $sha256.ComputeHash($stream)
    $stream.Close()
    [BitConverter]::ToString($sum).Replace('-', '').ToLower()
}
Write-Host '正在核对，几秒到一分钟……'
$listed = @{}
$wrong = 0
foreach ($line in [IO.File]::ReadAllLines($list)) {
    $name = $line.Substring(66).Replace('/', '\\')
    $listed[$name] = 1
    $path = [IO.Path]::Combine($folder, $name)
    $fault = ''
    if (-not [IO.File]::Exists($path)) { $fault = '没有了：' }
    else {
        try { if ((Get-Sum $path) -ne $line.Substring(0, 64)) { $fault = '内容变了：' } }
        catch { $fault = '读不了：' }
    }
    if ($fault) { $wrong += 1; Write-Host ($fault + $name) }
}
$site = [IO.Path]::Combine($folder, 'site')
if ([IO.Directory]::Exists($site)) {
    foreach ($path in [IO.Directory]::GetFiles($site, '*', 'AllDirectories')) {
        $name = 'site' + $path.Substring($site.Length)
        $own = @('Thumbs.db', 'desktop.ini') -contains [IO.Path]::GetFileName($path)
        if (-not $own -and -not $listed.ContainsKey($name)) { $wrong += 1; Write-Host ('多出来的：' + $name) }
    }
}
if ($wrong) {
    Write-Host ('有 ' + $wrong + ' 个文件不对。这一份不要用：重新解压再核对一次，还不对就向发放的单位换新的。')
    exit 2
}
Write-Host ('核对完毕：' + $listed.Count + ' 个文件都和清单一致。清单 SHA256SUMS.txt 的 SHA256 是')
Write-Host (Get-Sum $list)
Write-Host '和发放单上印的“清单”一样，就没有被改过。'
exit 0
"""


def script() -> bytes:
    """The file as Windows wants it: in the code page of a Chinese system, with its line ends."""
    return (_CMD + _POWERSHELL).replace("\n", "\r\n").encode(_ENCODING)
