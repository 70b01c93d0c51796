package dev.greenlane.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.Endpoint;
import dev.greenlane.engine.effect.Endpoint.Reach;
import dev.greenlane.engine.effect.PathTarget;
import dev.greenlane.engine.effect.PathTarget.Knowledge;
import dev.greenlane.engine.effect.PathTarget.Scope;
import dev.greenlane.engine.effect.Reversibility;
import dev.greenlane.syntax.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the effects are, there is a judgement, the same each time, and everything in it can be told. */
class PolicyNeverThrowsTest {

    private static final List<EffectKind> NAMED = Arrays.stream(EffectKind.values())
            .filter(kind -> !Effect.OnPath.KINDS.contains(kind)
                    && !Effect.OnHost.KINDS.contains(kind)
                    && kind != EffectKind.UNKNOWN)
            .toList();

    @Property(tries = 500)
    void any_effects_are_judged(@ForAll("effects") List<Effect> effects) {
        Judgement judgement = Policy.defaults().judge(effects, PolicyContext.SHELL);
        assertThat(judgement).isEqualTo(Policy.defaults().judge(effects, PolicyContext.SHELL));
        assertThat(judgement.deciding().isEmpty()).isEqualTo(judgement.outcome() == Outcome.ALLOW);
        for (Finding finding : judgement.findings()) {
            assertThat(finding.reason()).isNotBlank().doesNotContain("{target}", "{host}", "{why}");
        }
    }

    @Property(tries = 200)
    void more_effects_never_make_it_milder(@ForAll("effects") List<Effect> effects) {
        if (!effects.isEmpty()) {
            Outcome whole =
                    Policy.defaults().judge(effects, PolicyContext.SHELL).outcome();
            Outcome part = Policy.defaults()
                    .judge(effects.subList(0, effects.size() - 1), PolicyContext.SHELL)
                    .outcome();
            assertThat(whole).isGreaterThanOrEqualTo(part);
        }
    }

    @Provide
    Arbitrary<List<Effect>> effects() {
        Arbitrary<String> text = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.of("/", "/etc", "~/.ssh/id_rsa", "https://sh.rustup.rs", "app-prod-1", "fork bomb"));
        Arbitrary<Set<String>> words = Arbitraries.of(
                        "recursive", "force", "all", "bulk", "move", "public", "regenerable", "transcript", "x")
                .set()
                .ofMaxSize(4);
        Arbitrary<Circumstances> circumstances = Combinators.combine(
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.of(Certainty.class),
                        Arbitraries.of(Reversibility.class),
                        Arbitraries.of(DataLabel.class).set(),
                        Arbitraries.of(Place.class),
                        words)
                .as((start, certainty, reversibility, carries, place, traits) -> new Circumstances(
                        new Span(start, start + 1), certainty, reversibility, carries, place, traits));
        Arbitrary<PathTarget> path = Combinators.combine(
                        text, Arbitraries.of(Knowledge.class), Arbitraries.of(Scope.class), words)
                .as(PathTarget::new);
        Arbitrary<Endpoint> endpoint =
                Combinators.combine(text, text, Arbitraries.of(Reach.class)).as(Endpoint::new);
        Arbitrary<Effect> onPath = Combinators.combine(Arbitraries.of(Effect.OnPath.KINDS), path, circumstances)
                .as(Effect.OnPath::new);
        Arbitrary<Effect> onHost = Combinators.combine(Arbitraries.of(Effect.OnHost.KINDS), endpoint, circumstances)
                .as(Effect.OnHost::new);
        Arbitrary<Effect> onName = Combinators.combine(
                        Arbitraries.of(NAMED), text, Arbitraries.of(true, false), circumstances)
                .as(Effect.OnName::new);
        Arbitrary<Effect> unknown =
                Combinators.combine(text, text, circumstances).as(Effect.NotUnderstood::new);
        return Arbitraries.oneOf(onPath, onHost, onName, unknown).list().ofMaxSize(6);
    }
}
