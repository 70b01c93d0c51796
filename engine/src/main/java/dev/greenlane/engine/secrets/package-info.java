/**
 * Finds credentials in text by the formats that their issuers document. Knows nothing of files, calls or policy.
 */
@NullMarked
package dev.greenlane.engine.secrets;

import org.jspecify.annotations.NullMarked;
