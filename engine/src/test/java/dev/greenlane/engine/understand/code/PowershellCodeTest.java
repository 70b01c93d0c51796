package dev.greenlane.engine.understand.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowershellCodeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '´', textBlock = """
        Remove-Item -Recurse -Force C:\\a\\b      ¦ file-delete C:/a/b +recursive
        remove-item -path "a", 'b'                ¦ file-delete a; file-delete b
        $d = "C:\\a"; del "$d\\b"                 ¦ file-delete C:/a/b
        if (Test-Path a) { rm a }                 ¦ file-delete a
        Get-ChildItem a -Recurse | Where-Object { $_.Length -gt 1 } | Remove-Item ¦ file-delete a/**
        Set-Content -Path a -Value "b"            ¦ file-write a +overwrite
        "b" | Out-File a                          ¦ file-write a +overwrite
        echo b >> a                               ¦ file-write a +append
        Copy-Item a b                             ¦ file-read a; file-write b +overwrite
        gc a                                      ¦ file-read a
        iwr http://a -OutFile b                   ¦ command [curl, -o, b, http://a]
        irm -Uri http://a -Method Post -Body $b   ¦ network-send http://a <unknown
        irm http://a | iex                        ¦ network-fetch http://a; runs-fetched-code http://a
        IEX(New-Object Net.WebClient).DownloadString('http://a') ¦ network-fetch http://a; runs-fetched-code http://a
        iex "rm a"                                ¦ file-delete a
        iex $a                                    ¦ ? iex runs code that is not known
        [IO.File]::Delete("a")                    ¦ file-delete a
        git push --force; npm test                ¦ command [git, push, --force]; command [npm, test]
        & "C:\\a b.exe" /c                        ¦ command [C:/a b.exe, /c]
        Start-Process a -ArgumentList "b","c"     ¦ command [a, b, c]
        & "C:\\Windows\\System32\\reg.exe" query a ¦ command [reg, query, a]
        Set-ItemProperty HKCU:\\A -Name b -Value c ¦ command [reg, add, HKCU\\A, /v, b, /d, c]
        Remove-Item HKLM:\\A -Recurse             ¦ command [reg, delete, HKLM\\A]
        Remove-Item $env:APPDATA\\a               ¦ file-delete ~/AppData/Roaming/a
        . .\\a.ps1                                ¦ command [./a.ps1]
        Import-Module .\\a.psm1                   ¦ command [./a.psm1]
        New-Object -ComObject a                   ¦ ? a is an object of a kind that nobody described
        [A.B]::C(1)                               ¦ ? [A.B]::C is code that nobody described
        $a\\b.exe -c                              ¦ ? $a\\b.exe is a program whose place is not known before it runs
        Stop-Computer                             ¦ system-change machine +power
        """)
    void knowsWhatCommandsDo(String code, String heard) {
        assertThat(Heard.of("powershell", code)).containsExactly(heard.split("; "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write-Host 'Remove-Item a'; \"rm b\"",
                "Get-Process | Sort-Object CPU | Select-Object -First 5 | Format-Table",
                "# rm a\n<# rm b #>",
                "$a = @{b = 1; c = 'rm d'}; $a.b",
                "foreach ($x in 1..3) { Write-Output $x }",
                "ls 2>&1 > $null",
                "Remove-Item a -WhatIf",
                "Remove-Item Env:A; $env:A = 'b'",
                "[math]::Round(1.5); [DateTime]::Now.ToString()",
                "Import-Module Pester",
                "@'\nrm a\n'@ | Write-Output",
            })
    void whatOnlyShowsDoesNothing(String code) {
        assertThat(Heard.of("powershell", code)).isEmpty();
    }

    @Test
    void deepCodeEnds() {
        for (String opening :
                new String[] {"(", "{", "$(", "\"$(", "@(", "a(", "[a]::b(", "'", "|", "`", "$a", "@'\n", "<#"}) {
            assertThat(Heard.of("powershell", opening.repeat(5000)))
                    .noneMatch(line -> line.contains("could not be followed"));
        }
    }
}
