/**
 * The {@code batch} pipeline: reads lines of JSON or CSV, issues a token for each, and writes the results in order.
 */
package dev.agoratoken.cli.batch;
