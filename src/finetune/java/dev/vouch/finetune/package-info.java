/**
 * Rebuilds the encoder: fine-tunes e5-small-v2 on the corpus and writes it as the product reads it.
 * Only compiled in the Maven profile {@code finetune}; see {@code src/finetune/README.md}.
 */
@NullMarked
package dev.vouch.finetune;

import org.jspecify.annotations.NullMarked;
