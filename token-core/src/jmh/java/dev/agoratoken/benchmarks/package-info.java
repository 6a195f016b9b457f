/** What tokens cost, beside Agora's own library. Compiled with the tests and run by hand: see docs/benchmarks.md. */
package dev.agoratoken.benchmarks;
