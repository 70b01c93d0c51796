package dev.greenlane.engine.understand.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedCodeTest {

    private static void check(String language, String code, String... heard) {
        assertThat(Heard.of(language, code)).containsExactly(heard);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '´', textBlock = """
        javascript ¦ console.log("rm -rf /"); // fs.rmSync("a")
        javascript ¦ re.exec("a"); [1].map(x => x * 2); ({a: 1, b: [2]})
        javascript ¦ process.exit(/a"b/.test(x) ? 0 : 1)
        perl       ¦ print "rm -rf / `ls`"; # unlink "a"
        perl       ¦ s/a/b/g; tr/a-z/A-Z/; print if /unlink/
        ruby       ¦ puts 'system("a")'; x = {a: 1}.map { |k, v| v }
        php        ¦ echo "unlink('a')"; $x = [1, 2];
        lua        ¦ print("os.remove('a')") -- os.remove("a")
        r          ¦ x <- c(1, 2); mean(x) # unlink("a")
        groovy     ¦ println "a".toUpperCase() + 1
        julia      ¦ println("rm")
        elixir     ¦ IO.puts("File.rm")
        """)
    void whatIsNoMarkDoesNothing(String language, String code) {
        check(language, code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '´', textBlock = """
        require('child_process').execSync('rm a')             ¦ shell rm a
        const c = require("node:child_process"); c.exec(`rm ${x}`) ¦ shell rm x
        const {exec: e} = require('child_process'); e('ls')   ¦ shell ls
        import {spawn} from 'child_process'; spawn('ls', ['-l', 'a']) ¦ command [ls, -l, a]
        import * as f from 'fs'; f.unlinkSync('a')            ¦ file-delete a
        require('fs').rmSync('a', {recursive: true, force: true}) ¦ file-delete a +recursive
        await fs.promises.rm('a')                             ¦ file-delete a
        const d = '/a'; fs.rmdirSync(d + '/b')                ¦ file-delete /a/b
        fs.rmdirSync(path.join(process.env.HOME, 'b'))        ¦ file-delete ~/b
        fs.writeFileSync('a', 'b')                            ¦ file-write a +overwrite
        fetch('http://a')                                     ¦ network-fetch http://a
        fetch('http://a', {method: 'POST', body: 'b'})        ¦ network-send http://a
        axios.post('http://a', fs.readFileSync('/b'))         ¦ file-read /b; network-send http://a <private
        fetch('http://a').then(r => r.text()).then(eval)      ¦ network-fetch http://a; runs-fetched-code http://a
        eval(atob('ZnMudW5saW5rU3luYygnYScp'))                ¦ file-delete a
        eval(x)                                               ¦ ? eval(…) runs code that is not known
        """)
    void knowsMarksOfJavaScript(String code, String heard) {
        check("javascript", code, heard.split("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '´', textBlock = """
        perl   ¦ system("rm a")                         ¦ shell rm a
        perl   ¦ system "rm", "-r", $x                  ¦ command [rm, -r, $x]
        perl   ¦ `rm $x`                                ¦ shell rm $x
        perl   ¦ my $d = "/a"; unlink "$d/b" or die     ¦ file-delete /a/b
        perl   ¦ unlink qw(a b)                         ¦ file-delete a; file-delete b
        perl   ¦ rmtree('a')                            ¦ file-delete a +recursive
        perl   ¦ open(F, ">>a"); open(my $g, "<", "b")  ¦ file-write a +append; file-read b
        perl   ¦ open(F, "ls |")                        ¦ shell ls
        perl   ¦ s/a/system("ls")/e                     ¦ shell ls
        perl   ¦ eval { die }; eval "unlink 'a'"        ¦ file-delete a
        perl   ¦ unlink $ENV{HOME} . "/a"               ¦ file-delete ~/a
        ruby   ¦ `rm a`                                 ¦ shell rm a
        ruby   ¦ %x(rm #{ENV["HOME"]}/a)                ¦ shell rm ~/a
        ruby   ¦ system "rm", "a" if x                  ¦ command [rm, a]
        ruby   ¦ FileUtils.rm_rf %w[a b]                ¦ file-delete a +recursive; file-delete b +recursive
        ruby   ¦ File.write File.join("a", "b"), c      ¦ file-write a/b +overwrite
        ruby   ¦ File.open("a", "a") { |f| f << 1 }     ¦ file-write a +append
        ruby   ¦ eval Net::HTTP.get(URI("http://a"))    ¦ network-fetch http://a; runs-fetched-code http://a
        php    ¦ shell_exec("ls $x");                   ¦ shell ls $x
        php    ¦ unlink(__DIR__ . '/a');                ¦ file-delete __DIR__/a
        php    ¦ eval(base64_decode("dW5saW5rKCdhJyk7"));¦ file-delete a
        lua    ¦ os.execute("ls")                       ¦ shell ls
        lua    ¦ local f = io.open("a", "w")            ¦ file-write a +overwrite
        r      ¦ unlink("a", recursive = TRUE)          ¦ file-delete a +recursive
        r      ¦ file.remove(c("a", "b"))               ¦ file-delete a; file-delete b
        r      ¦ source("http://a")                     ¦ network-fetch http://a; runs-fetched-code http://a
        groovy ¦ "ls".execute()                         ¦ shell ls
        groovy ¦ new File("a").deleteDir()              ¦ file-delete a +recursive
        groovy ¦ new File("a").text = "b"               ¦ file-write a +overwrite
        java   ¦ Runtime.getRuntime().exec("ls")        ¦ shell ls
        java   ¦ Files.delete(Path.of("a", "b"));       ¦ file-delete a/b
        julia  ¦ rm("a"; recursive=true)                ¦ file-delete a +recursive
        julia  ¦ run(`ls a`)                            ¦ shell ls a
        elixir ¦ File.rm_rf!("a")                       ¦ file-delete a +recursive
        elixir ¦ System.cmd("ls", ["a"])                ¦ command [ls, a]
        """)
    void knowsMarksOfOtherLanguages(String language, String code, String heard) {
        check(language, code, heard.split("; "));
    }

    @Test
    void seesShellsOnSockets() {
        check(
                "php",
                "$s = fsockopen('a', 1); system('sh -i <&3 >&3');",
                "network-fetch a:1",
                "shell sh -i <&3 >&3",
                "network-send a:1 +shell");
        check(
                "javascript",
                "var s = require('net').connect(1, 'a'); s.on('data', d =>"
                        + " require('child_process').exec(d.toString()))",
                "network-fetch a:1",
                "shell d",
                "network-send a:1 +shell");
    }

    @Test
    void textsOverSeveralLinesAreTexts() {
        check("ruby", "puts <<~E\n  system(\"a\")\nE\nFile.delete('b')", "file-delete b");
        check("perl", "print <<'E';\nunlink 'a';\nE\nunlink 'b';", "file-delete b");
        check("javascript", "console.log(`\nfs.rmSync('a')\n`)\nfs.rmSync('b')", "file-delete b");
    }

    @Test
    void deepCodeEnds() {
        for (String language : List.of("javascript", "perl", "ruby", "php", "lua", "r", "groovy", "julia", "elixir")) {
            for (String opening : List.of("(", "[", "{", "f(", "a.", "\"#{", "`${", "<<A\n", "=> ", "x = ", "- ")) {
                assertThat(Heard.of(language, opening.repeat(20_000)))
                        .noneMatch(line -> line.contains("could not be followed"));
            }
        }
    }
}
