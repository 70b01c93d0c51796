/**
 * What the user wants, as far as it is written down: their own words, and approvals they gave. A
 * {@link dev.greenlane.engine.consent.Consent} is asked about one effect and has an
 * {@link dev.greenlane.engine.consent.Opinion}. Knows neither rules nor verdicts, and hears nobody but the user.
 */
@NullMarked
package dev.greenlane.engine.consent;

import org.jspecify.annotations.NullMarked;
