package dev.greenlane.engine.policy;

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
import java.util.Set;

/** Effects for tests. */
public final class Effects {

    private Effects() {}

    public static Effect path(EffectKind kind, Scope scope, String text, String... traits) {
        return path(kind, scope, Knowledge.EXACT, text, Set.of(), traits);
    }

    public static Effect path(
            EffectKind kind, Scope scope, Knowledge knowledge, String text, Set<String> classes, String... traits) {
        return new Effect.OnPath(kind, new PathTarget(text, knowledge, scope, classes), circumstances(0, traits));
    }

    public static Effect host(EffectKind kind, Reach reach, String host, Set<DataLabel> carries, String... traits) {
        return new Effect.OnHost(
                kind, new Endpoint("https://" + host + "/", host, reach), carrying(circumstances(0, traits), carries));
    }

    public static Effect name(EffectKind kind, String target, String... traits) {
        return new Effect.OnName(kind, target, true, circumstances(0, traits));
    }

    public static Effect nameAt(int start, EffectKind kind, String target, String... traits) {
        return new Effect.OnName(kind, target, true, circumstances(start, traits));
    }

    public static Effect unknown(String target, String reason) {
        return new Effect.NotUnderstood(target, reason, circumstances(0));
    }

    /** The same effect, of which nobody knows whether it comes about. */
    public static Effect possibly(Effect effect) {
        Circumstances certain = effect.circumstances();
        Circumstances possible = new Circumstances(
                certain.span(),
                Certainty.POSSIBLE,
                certain.reversibility(),
                certain.carries(),
                certain.place(),
                certain.traits());
        return switch (effect) {
            case Effect.OnPath onPath -> new Effect.OnPath(onPath.kind(), onPath.path(), possible);
            case Effect.OnHost onHost -> new Effect.OnHost(onHost.kind(), onHost.endpoint(), possible);
            case Effect.OnName onName -> new Effect.OnName(onName.kind(), onName.target(), onName.known(), possible);
            case Effect.NotUnderstood unknown -> new Effect.NotUnderstood(unknown.target(), unknown.reason(), possible);
        };
    }

    private static Circumstances circumstances(int start, String... traits) {
        return new Circumstances(
                new Span(start, start + 1),
                Certainty.CERTAIN,
                Reversibility.IRREVERSIBLE,
                Set.of(),
                Place.HERE,
                Set.of(traits));
    }

    private static Circumstances carrying(Circumstances plain, Set<DataLabel> carries) {
        return new Circumstances(
                plain.span(), plain.certainty(), plain.reversibility(), carries, plain.place(), plain.traits());
    }
}
