/**
 * What a person has approved: a {@link dev.greenlane.engine.consent.grant.Grant} says which
 * {@link dev.greenlane.engine.consent.grant.Act}s, in which session or project, until when. An act is an effect of a call with
 * all that tells it from another one, so that the same deed in other words is the same act and anything wider is another.
 * {@link dev.greenlane.engine.consent.grant.Grants} are those that hold for one call. Knows no rules, no clock and no store.
 */
@NullMarked
package dev.greenlane.engine.consent.grant;

import org.jspecify.annotations.NullMarked;
