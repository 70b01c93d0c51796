package dev.greenlane.engine.consent.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ImperativesTest {

    private final Imperatives imperatives = new Imperatives(Set.of("ab", "aus"));

    @Test
    void germanVerbsGiveUpTheirFirstSyllable() {
        assertThat(imperatives.of("de", "abschalten"))
                .contains("abschalt", "schalt … ab", "schalte … ab", "abgeschaltet", "abzuschalten");
        assertThat(imperatives.of("de", "löschen")).containsExactly("lösch", "lösche", "löscht");
    }

    @Test
    void romanceVerbsKeepTheirSound() {
        assertThat(imperatives.of("fr", "purger")).containsExactly("purge", "purgez", "purgeons");
        assertThat(imperatives.of("es pt", "publicar")).contains("publica", "publique");
        assertThat(imperatives.of("es pt", "remover")).contains("remove", "remova");
    }

    @Test
    void whatIsNoInfinitiveHasNoForms() {
        assertThat(imperatives.of("en", "harden")).isEmpty();
        assertThat(imperatives.of("de", "weg mit")).isEmpty();
        assertThat(imperatives.of("fr", "tue")).isEmpty();
    }
}
