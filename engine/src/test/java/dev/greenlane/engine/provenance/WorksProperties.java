package dev.greenlane.engine.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever a session and its user do, what only the user has written is never said to be made by the session.
 * (What a user throws away, and what they put into a folder that the session has made, are the exceptions.)
 */
class WorksProperties {

    private static final List<String> TREASURES = List.of("TREASURE-A", "TREASURE-B", "TREASURE-C");

    @Property(tries = 150)
    void the_only_copy_of_the_users_words_is_never_the_sessions(@ForAll("deeds") List<String> deeds)
            throws IOException {
        Path folder = Files.createTempDirectory("works").toRealPath();
        try {
            Workshop shop = new Workshop(folder);
            shop.user("a", TREASURES.get(0));
            shop.user("d/b", TREASURES.get(1));
            Set<String> givenUp = new HashSet<>();
            for (String deed : deeds) {
                if (deed.startsWith("user ")) {
                    shop.shell(deed.substring("user ".length()));
                } else {
                    shop.runs(deed);
                }
                for (String treasure : TREASURES) {
                    List<Path> holders = holding(folder, treasure);
                    boolean safe = holders.isEmpty()
                            || holders.stream().anyMatch(file -> !shop.known().made(file.toString()));
                    if (!safe && deed.startsWith("user ")) {
                        givenUp.add(treasure);
                    }
                    assertThat(safe || givenUp.contains(treasure))
                            .as("%s lies only in %s, after %s", treasure, holders, deeds)
                            .isTrue();
                }
            }
        } finally {
            remove(folder);
        }
    }

    private static List<Path> holding(Path folder, String treasure) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(treasure))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Provide
    Arbitrary<List<String>> deeds() {
        Arbitrary<String> names = Arbitraries.of("a", "b", "d", "d/b", "d/c", "e", "e/a", "e/b", "f");
        Arbitrary<String> verbs = Arbitraries.of(
                "cp %s %s",
                "cp -r %s %s",
                "mv %s %s",
                "mv %s %s && touch g",
                "cat %s > %s",
                "cat %s >> %s",
                "cat %s | tee %s",
                "cp %s %s; rm -rf a",
                "mkdir -p %s %s",
                "mkdir %s %s",
                "mkdir e; mv %s e; touch %s",
                "rm -rf %s %s",
                "touch %s %s",
                "mv %s x; mv x %s",
                "tar cf %s %s",
                "sed -i s/x/y/ %s %s",
                "ln -s %s %s",
                "git mv %s %s",
                "python3 -c \"import shutil; shutil.copy('%s','%s')\"",
                "user rm -rf %s %s");
        Arbitrary<String> ofUser = Combinators.combine(
                        Arbitraries.of(
                                "user echo TREASURE-C > %s", "user echo TREASURE-C >> %s", "user sed -i s/A/B/ %s"),
                        Arbitraries.of("a", "b", "e", "f", "x"))
                .as((verb, name) -> verb.formatted(name));
        Arbitrary<String> ofSession =
                Combinators.combine(verbs, names, names).as((verb, one, other) -> verb.formatted(one, other));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, ofSession), net.jqwik.api.Tuple.of(1, ofUser))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
