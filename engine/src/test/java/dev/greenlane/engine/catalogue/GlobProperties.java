package dev.greenlane.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.value.Value;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class GlobProperties {

    @Property
    void agrees_with_regular_expressions(
            @ForAll @Chars({'a', 'b', '*', '?'}) @StringLength(max = 8) String glob,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 12) String text) {
        String regex = glob.replace("*", ".*").replace("?", ".");
        boolean expected = Pattern.matches(regex, text);
        assertThat(Glob.of(glob).matches(text)).isEqualTo(expected);
        assertThat(Glob.of(glob).matches(Value.of(text))).isEqualTo(Holds.of(expected));
    }

    /** Whatever the unknown part turns out to be, NO and YES said before must hold. */
    @Property
    void never_promises_what_an_unknown_part_could_break(
            @ForAll @Chars({'a', 'b', '*', '?'}) @StringLength(max = 6) String glob,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 4) String before,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 4) String unknown,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 4) String behind) {
        Holds said = Glob.of(glob).matches(Described.value(before + "$X" + behind));
        Holds then = Holds.of(Glob.of(glob).matches(before + unknown + behind));
        assertThat(said).isIn(Holds.MAYBE, then);
    }
}
