/** Every view with sample values, for the gallery page, the command line and the golden files. */
@NullMarked
package dev.vouch.slack.gallery;

import org.jspecify.annotations.NullMarked;
