package dev.greenlane.engine.understand.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.effect.Endpoint;
import dev.greenlane.engine.value.Value;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointReaderTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a?b=c, example.org, PUBLIC",
        "https://example.org.:443/, example.org, PUBLIC",
        "http://2852039166/latest, 169.254.169.254, METADATA",
        "http://0xA9FEA9FE/, 169.254.169.254, METADATA",
        "http://0251.0376.0251.0376/, 169.254.169.254, METADATA",
        "http://169.254.43518/, 169.254.169.254, METADATA",
        "http://[::ffff:169.254.169.254]/, 169.254.169.254, METADATA",
        "http://[::ffff:a9fe:a9fe]/, 169.254.169.254, METADATA",
        "http://169.254.169.254.nip.io/, 169.254.169.254, METADATA",
        "http://metadata.google.internal/, metadata.google.internal, METADATA",
        "http://169.254.169.%32%354/, 169.254.169.254, METADATA",
        "http://127.1:8080/, 127.0.0.1, LOOPBACK",
        "http://2130706433/, 127.0.0.1, LOOPBACK",
        "http://[::1]:80/, ::1, LOOPBACK",
        "http://10.1.2.3/, 10.1.2.3, PRIVATE",
        "http://100.64.0.1/, 100.64.0.1, PRIVATE",
        "http://100.128.0.1/, 100.128.0.1, PUBLIC",
        "http://user:pass@example.org/, example.org, PUBLIC",
        "https://example.com@203.0.113.9/, 203.0.113.9, PUBLIC",
        "ci.corp.internal, ci.corp.internal, PRIVATE",
    })
    void findsTheHostAndHowFarAwayItIs(String url, String host, Endpoint.Reach reach) {
        Endpoint endpoint = EndpointReader.read(Value.of(url));
        assertThat(endpoint.host()).isEqualTo(host);
        assertThat(endpoint.reach()).isEqualTo(reach);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com@203.0.113.9/a, lookalike",
        "https://xn--pple-43d.com/, lookalike",
        "https://аpple.com/, lookalike",
        "http://0xcb007109/, disguised-address",
        "http://3405803785/, disguised-address",
        "https://example.org/?d=VGhlIHF1aWNrIGJyb3duIGZveCBqdW1wcyBvdmVyIHRoZSBsYXp5IGRvZw==, data-in-url",
        "https://example.org/VGhlIHF1aWNrIGJyb3duIGZveCBqdW1wcyBvdmVyIHRoZSBsYXp5IGRvZw, data-in-url",
        "https://example.org/?d=54686520717569636b2062726f776e20666f78206a756d7073, data-in-url",
        "https://54686520717569636b2062726f776e20666f78206a.example.org/, data-in-url",
    })
    void tellsWhatStandsOut(String url, String trait) {
        assertThat(EndpointReader.traits(Value.of(url))).containsExactly(trait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://raw.githubusercontent.com/me/tool/8535a210173c08884356fd0c18fcd464702a6f22/README.md",
                "https://example.org/search?q=how+to+read+a+file&page=2",
                "https://bucket.s3.amazonaws.com/a?X-Amz-Signature=6e4f3ab9c17a4b0d2f5c8e1b7d9a0c3f6e4f3ab9c17a4b0d2f5c8e1b7d9a0c3f",
                "https://example.org/docs/a-very-long-title-of-a-page-that-explains-how-things-work-in-detail",
                "https://user:token@example.org/repo.git",
                "https://d111111abcdef8.cloudfront.net/app.js",
                "http://192.168.1.10:3000/health",
                "https://münchen.example/",
                "git@github.com:me/tool.git",
                "example.org",
            })
    void ordinaryAddressesHaveNothingThatStandsOut(String url) {
        assertThat(EndpointReader.traits(Value.of(url))).isEmpty();
    }

    @Property(tries = 2000)
    void neverThrows(@ForAll String text) {
        for (String url : new String[] {text, "http://" + text, "http://a" + text + "/?" + text}) {
            EndpointReader.traits(Value.of(url));
            assertThat(EndpointReader.read(Value.of(url)).text()).isNotNull();
        }
    }
}
