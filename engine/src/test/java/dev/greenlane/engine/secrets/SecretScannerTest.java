package dev.greenlane.engine.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SecretScannerTest {

    /** Put together here so that no scanner takes this file for a leak. */
    private static final String TOKEN = "ghp" + "_" + "aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5";

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

    @Property
    void anyTextCanBeSearched(@ForAll String text) {
        assertThat(scanner.find(text))
                .allSatisfy(secret -> assertThat(secret.span().end()).isLessThanOrEqualTo(text.length()));
    }
}
