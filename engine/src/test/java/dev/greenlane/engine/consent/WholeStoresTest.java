package dev.greenlane.engine.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.policy.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What takes all that is in a store, a folder of releases, or on the other side of a mirror. */
class WholeStoresTest {

    private static final String PYPI = "twine upload --repository pypi dist/*";
    private static final String MIRROR = "rsync -a --delete dist/ deploy@www:/var/www/site/";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "redis-cli -h cache1 FLUSHALL | flush the complete redis on cache1, all dbs",
                "redis-cli -h cache1 FLUSHALL | flushall on cache1",
                "redis-cli -h cache1 FLUSHALL | clear all dbs on cache1",
                "redis-cli -h cache-prod -n 2 FLUSHDB | flush db 2 on cache-prod",
                "redis-cli -h cache-prod -n 2 FLUSHDB | wipe db2 on cache-prod",
                "redis-cli FLUSHALL | flush the local redis",
            })
    void aStoreIsEmptied(String command, String words) {
        assertThat(Outcomes.shell(command, words)).isEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "redis-cli -h cache1 FLUSHALL | flush the sessions on cache1",
                "redis-cli -h cache1 FLUSHALL | flush all dbs on cache1 except 3",
                "redis-cli -h cache1 FLUSHALL | flush redis on cache2",
                "redis-cli -h cache1 FLUSHALL | flush redis",
                "redis-cli -h cache1 FLUSHALL | flush db 0 on cache1",
                "redis-cli -h cache-prod -n 2 FLUSHDB | flush the cache",
                "redis-cli -h cache-prod -n 2 FLUSHDB | flush the session keys in db 2 on cache-prod",
            })
    void notWhereAPartOrAnotherOneWasSaid(String command, String words) {
        assertThat(Outcomes.shell(command, words)).isNotEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "build 0.9.0 and put it on pypi, the real one, testpypi was fine",
                "upload 0.9.0 to pypi",
                "ship 0.9.0 to pypi",
                "stell 0.9.0 auf pypi",
            })
    void aReleaseIsTheVersionThatWasBuilt(String words) {
        assertThat(uploaded("pyretry-0.9.0-py3-none-any.whl\npyretry-0.9.0.tar.gz", words))
                .isEqualTo(Outcome.ALLOW);
        assertThat(uploaded("pyretry-0.9.1-py3-none-any.whl\npyretry-0.9.1.tar.gz", words))
                .isNotEqualTo(Outcome.ALLOW);
        assertThat(uploaded("pyretry-0.8.9.tar.gz\npyretry-0.9.0.tar.gz", words))
                .isNotEqualTo(Outcome.ALLOW);
    }

    private static Outcome uploaded(String listed, String words) {
        return Outcomes.after("ls dist", listed, PYPI, words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"build 0.9.0 and put it on testpypi", "build 0.9.0", "is 0.9.0 on pypi?"})
    void otherRegistriesAndBuildsAreNotMeant(String words) {
        assertThat(uploaded("pyretry-0.9.0.tar.gz", words)).isNotEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"put 2.2.0 on npm", "put it on our internal registry"})
    void anotherVersionOrRegistryIsNotPublished(String words) {
        assertThat(Outcomes.after("npm version 2.1.0", "v2.1.0", "npm publish", words))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "make /var/www/site on www identical to dist",
                "put dist onto www, as a mirror - stuff on the server thats no longer in dist should vanish there",
            })
    void whatIsMirroredGoesWhereItIsGone(String words) {
        assertThat(Outcomes.shell(MIRROR, words)).isEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copy dist to www",
                "sync dist to www, dont delete anything",
                "make /var/www/site on www2 identical to dist",
                "mirror www to dist",
            })
    void aCopyRemovesNothing(String words) {
        assertThat(Outcomes.shell(MIRROR, words)).isNotEqualTo(Outcome.ALLOW);
    }
}
