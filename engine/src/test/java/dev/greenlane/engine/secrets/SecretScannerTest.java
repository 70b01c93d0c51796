package dev.greenlane.engine.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SecretScannerTest {

    /** Put together here so that no scanner takes this file for a leak. */
    private static final String TOKEN = token("aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1");

    private final SecretScanner scanner = SecretScanner.load();

    @Test
    void findsACredentialAndItsPlace() {
        assertThat(scanner.find("token=" + TOKEN + "\n")).singleElement().satisfies(secret -> {
            assertThat(secret.format()).isEqualTo("github-token");
            assertThat(secret.span().in("token=" + TOKEN + "\n")).isEqualTo(TOKEN);
        });
    }

    @Test
    void findsAPrivateKey() {
        String key = "-----BEGIN RSA " + "PRIVATE KEY-----\n" + "MIIEpAIBAAKCAQEA7".repeat(8)
                + "\n-----END RSA PRIVATE KEY-----";
        assertThat(scanner.find(key)).extracting(Secret::format).containsExactly("private-key");
    }

    @Test
    void passesOverPlaceholdersAndWordsThatOnlyBeginAlike() {
        assertThat(scanner.find("AKIA" + "IOSFODNN7EXAMPLE")).isEmpty();
        assertThat(scanner.find("ghp_" + "x".repeat(36))).isEmpty();
        assertThat(scanner.find("npm_config_registry=https://registry.example.org"))
                .isEmpty();
        assertThat(scanner.find("-----BEGIN PRIVATE KEY----- goes here")).isEmpty();
    }

    private static String token(String body) {
        return "ghp" + "_" + body + Checksum.of(body);
    }

    @Test
    void theChecksumIsTheOneThatTokensHave() {
        assertThat(Checksum.of("zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ")).isEqualTo("0mLq17");
    }

    @Test
    void aTokenWhoseChecksumIsWrongIsNone() {
        assertThat(scanner.find(TOKEN.substring(0, TOKEN.length() - 1) + "~")).isEmpty();
        assertThat(scanner.find("ghp" + "_" + "aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5"))
                .isEmpty();
    }

    @Test
    void redactingLeavesNoSecretAndTheRestAsItIs() {
        assertThat(scanner.redact("curl -H 'X: " + TOKEN + "' https://example.org"))
                .isEqualTo("curl -H 'X: [github-token]' https://example.org");
        assertThat(scanner.redact("git clone https://ada:h0rse-battery@example.org/x.git"))
                .isEqualTo("git clone https://ada:[secret]@example.org/x.git");
        assertThat(scanner.redact("-H 'Authorization: Bearer abcdef0123456789'"))
                .isEqualTo("-H 'Authorization: Bearer [secret]'");
        assertThat(scanner.redact("DB_PASSWORD=correct-horse make")).isEqualTo("DB_PASSWORD=[secret] make");
        assertThat(scanner.redact("TOKEN=$GITHUB_TOKEN make; TOKEN= x"))
                .isEqualTo("TOKEN=$GITHUB_TOKEN make; TOKEN= x");
    }

    @Test
    void capitalsInTheNameOfASettingHideNothing() {
        assertThat(scanner.redact("AuthoriZation: bEaReR abcdef0123456789")).endsWith(" [secret]");
        for (String name :
                List.of("PassWord", "PASSWD", "client_SECRET", "Token", "API_KEY", "access-key", "PrivateKey")) {
            assertThat(scanner.redact(name + ": correct-horse")).isEqualTo(name + ": [secret]");
        }
    }

    @Test
    void tenKilobytesTakeLessThanAMillisecond() {
        String text = "The quick brown fox reads https://example.org/a?b=c and sets key: value.\n".repeat(140);
        for (int i = 0; i < 2_000; i++) {
            scanner.find(text);
        }
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 200; i++) {
            long start = System.nanoTime();
            scanner.find(text);
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(best).isLessThan(1_000_000);
    }

    @Property
    void noSecretIsLeftInRedactedText(@ForAll String before, @ForAll String after) {
        assertThat(scanner.redact(before + " " + TOKEN + " " + after)).doesNotContain(TOKEN);
    }

    @Property
    void anyTextCanBeSearched(@ForAll String text) {
        assertThat(scanner.find(text))
                .allSatisfy(secret -> assertThat(secret.span().end()).isLessThanOrEqualTo(text.length()));
    }
}
