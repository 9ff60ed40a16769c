/** Made-up drivers and stores, for demonstrations, load tests and anybody without a fleet of their own. */
package rollcall.app.simulate;
