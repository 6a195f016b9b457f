package dev.agoratoken.http.v1;

import dev.agoratoken.issuing.policy.ban.BanStore;
import dev.agoratoken.testing.BanStoreContract;
import dev.agoratoken.testing.FakeBanStore;

/** The store of other tests behaves like those of the program. */
class FakeBanStoreTest extends BanStoreContract {
    private final FakeBanStore store = new FakeBanStore(clock());

    @Override
    protected BanStore store() {
        return store;
    }
}
