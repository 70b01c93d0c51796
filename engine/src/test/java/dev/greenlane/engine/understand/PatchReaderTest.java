package dev.greenlane.engine.understand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.understand.PatchReader.Added;
import dev.greenlane.engine.understand.PatchReader.Deleted;
import dev.greenlane.engine.understand.PatchReader.FileChange;
import dev.greenlane.engine.understand.PatchReader.Moved;
import dev.greenlane.engine.understand.PatchReader.Updated;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class PatchReaderTest {

    @Test
    void eachFormOfAPatchIsReadWithItsText() {
        List<FileChange> files = PatchReader.read("""
            *** Begin Patch
            *** Add File: new.txt
            +one
            +two
            *** Update File: src/a.txt
            @@ class A
             kept
            -old
            +new
            @@
            +more
            *** Update File: b.txt
            *** Move to: c.txt
            @@
            -x
            +y
            *** Delete File: d.txt
            *** End Patch
            """);
        assertThat(files).hasSize(4);
        assertThat(((Added) files.get(0)).text()).isEqualTo("one\ntwo\n");
        Updated updated = (Updated) files.get(1);
        assertThat(updated.changes()).hasSize(2);
        assertThat(updated.changes().get(0).removed()).isEqualTo("kept\nold\n");
        assertThat(updated.changes().get(0).added()).isEqualTo("kept\nnew\n");
        Moved moved = (Moved) files.get(2);
        assertThat(moved.from() + " " + moved.to()).isEqualTo("b.txt c.txt");
        assertThat(((Deleted) files.get(3)).path()).isEqualTo("d.txt");
    }

    @Test
    void aUnifiedDiffNamesItsFilesToo() {
        List<FileChange> files = PatchReader.read("""
            --- a/one.txt
            +++ b/one.txt
            @@ -1 +1 @@
            -x
            +y
            --- /dev/null
            +++ b/two.txt
            @@ -0,0 +1 @@
            +z
            --- a/three.txt
            +++ /dev/null
            """);
        assertThat(((Updated) files.get(0)).changes().get(0).added()).isEqualTo("y\n");
        assertThat(((Added) files.get(1)).text()).isEqualTo("z\n");
        assertThat(((Deleted) files.get(2)).path()).isEqualTo("three.txt");
    }

    @Test
    void linesOfTheTextDoNotPassForHeadings() {
        List<FileChange> files = PatchReader.read("""
            *** Begin Patch
            *** Update File: query.sql
            @@
            --- a/comment in the text
            +++ b/another
            -- end
            *** End Patch
            """);
        assertThat(files).singleElement().isInstanceOf(Updated.class);
        assertThat(((Updated) files.get(0)).path()).isEqualTo("query.sql");
    }

    @Property(tries = 500)
    void noTextMakesItThrow(
            @ForAll @Chars({'*', '-', '+', '@', ' ', '\n', '\r', '/'}) @CharRange(from = 'a', to = 'c') String text) {
        PatchReader.read("*** Update File: " + text);
        PatchReader.read(text);
        PatchReader.read("--- " + text + "\n+++ " + text);
    }
}
