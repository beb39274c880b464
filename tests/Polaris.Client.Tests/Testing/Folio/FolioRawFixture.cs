using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Testing.Folio;

/// <summary>A fake gateway with a clock that skips every pause, and a signed-in client that uses none of the library's types.</summary>
public abstract class FolioRawFixture
{
    private protected ManualTimeProvider Clock { get; private set; } = null!;

    private protected FakeFolio Fake { get; private set; } = null!;

    private protected FolioRawClient Http { get; private set; } = null!;

    [SetUp]
    public async Task SignIn()
    {
        Clock = CreateClock();
        Fake = new FakeFolio(new FakeFolioOptions { TimeProvider = Clock, AccessTokenLifetime = TimeSpan.FromDays(1) });
        Http = await FolioRawClient.SignedInAsync(Fake);
    }

    internal static ManualTimeProvider CreateClock() => new(new DateTimeOffset(2025, 9, 7, 22, 9, 14, 300, TimeSpan.Zero)) { SkipsDelays = true };

    [TearDown]
    public void Disconnect() => Http.Dispose();
}
