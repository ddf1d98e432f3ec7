/** The register of gifts in Redis. */
@NullMarked
package dev.vouch.store.gift;

import org.jspecify.annotations.NullMarked;
