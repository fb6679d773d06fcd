# 核对移交文件：逐个计算 SHA-256，与 SHA256SUMS.txt 比较。只读，不改动任何文件。
# Windows 10 自带的 PowerShell 5.1 即可运行，不需要安装任何程序。
$here = Split-Path -Parent $MyInvocation.MyCommand.Path
$listed = @{}
$wrong = 0
foreach ($line in Get-Content -LiteralPath (Join-Path $here 'SHA256SUMS.txt') -Encoding UTF8) {
    if ($line -notmatch '^([0-9a-f]{64})  (.+)$') { continue }
    $expected = $Matches[1]
    $name = $Matches[2]
    $file = Join-Path $here ($name -replace '/', '\')
    $listed[$file] = $true
    if (-not (Test-Path -LiteralPath $file)) {
        Write-Host "缺少：$name" -ForegroundColor Red
        $wrong++
    } elseif ((Get-FileHash -LiteralPath $file -Algorithm SHA256).Hash -ne $expected) {
        Write-Host "内容变了：$name" -ForegroundColor Red
        $wrong++
    }
}
foreach ($found in Get-ChildItem -LiteralPath $here -Recurse -File) {
    if ($found.Name -ne 'SHA256SUMS.txt' -and -not $listed.ContainsKey($found.FullName)) {
        Write-Host "清单以外的文件：$($found.FullName)" -ForegroundColor Yellow
        $wrong++
    }
}
$own = (Get-FileHash -LiteralPath (Join-Path $here 'SHA256SUMS.txt') -Algorithm SHA256).Hash.ToLower()
Write-Host "清单内文件 $($listed.Count) 个，有问题的 $wrong 个。"
Write-Host "SHA256SUMS.txt 自身的校验值：$own"
Write-Host "请与移交单位登记的清单校验值核对。"
if ($wrong -gt 0) { exit 1 }
