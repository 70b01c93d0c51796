package dev.greenlane.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.value.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CatalogueProperties {

    private static final Set<EffectKind> READS = Set.of(
            EffectKind.FILE_READ,
            EffectKind.NETWORK_FETCH,
            EffectKind.CREDENTIAL_ACCESS,
            EffectKind.DATABASE_READ,
            EffectKind.CLOUD_READ);

    @Provide
    Arbitrary<Program> programs() {
        Catalogue catalogue = Catalogue.load();
        List<String> names = catalogue.names().stream().sorted().toList();
        return Arbitraries.of(names).map(name -> catalogue.program(name).orElseThrow());
    }

    @Provide
    Arbitrary<List<Argument>> words() {
        Arbitrary<String> made = Arbitraries.strings()
                .withChars("-rfxoCm=/$*.+;{}ab")
                .ofMaxLength(7)
                .map(text -> text.isEmpty() ? "--" : text);
        Arbitrary<String> likely = Arbitraries.of(
                "--",
                "-",
                "--help",
                "--force",
                "-rf",
                "run",
                "exec",
                "push",
                "origin",
                "delete",
                "rm",
                "install",
                "--dry-run",
                "-c",
                "-exec",
                ";",
                "{}",
                "+",
                "a=b",
                "--x=$Y",
                "-$X",
                "$X",
                "*",
                "@file",
                "help",
                "remote");
        return Arbitraries.oneOf(made, likely)
                .list()
                .ofMaxSize(9)
                .map(words -> Described.words(String.join(" ", words)));
    }

    @Property(tries = 20_000)
    void planning_never_throws(
            @ForAll("programs") Program program, @ForAll("words") List<Argument> words, @ForAll boolean piped) {
        Plan plan = program.plan(words, piped);
        assertThat(plan.program()).isEqualTo(program.names().get(0));
        if (plan.undescribed().isPresent()) {
            assertThat(plan.effects()).isEmpty();
            assertThat(plan.runs()).allMatch(Plan.PlannedRun.Task.class::isInstance);
        }
        if (plan.harmless() || plan.rehearsal()) {
            assertThat(plan.runs()).isEmpty();
            assertThat(plan.effects()).allMatch(effect -> READS.contains(effect.kind()));
        }
    }

    /** Behind {@code --} nothing can take an effect away. */
    @Property(tries = 5_000)
    void a_flag_behind_dashes_does_not_make_a_call_harmless(
            @ForAll("programs") Program program, @ForAll("words") List<Argument> words) {
        List<Argument> dashed = new ArrayList<>(Described.words("--"));
        dashed.addAll(words);
        List<Argument> withHelp = new ArrayList<>(dashed);
        withHelp.addAll(Described.words("--help --dry-run"));
        boolean before = program.plan(dashed, false).harmless();
        assertThat(program.plan(withHelp, false).harmless()).isEqualTo(before);
    }
}
