using Polaris.Client.ObjectLocks;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>The disposal of a client, of which the caller of a lease does not know, is not reported as a cancellation by the caller.</summary>
public sealed class DisposedClientTests
{
    private const ObjectType Bib = ObjectType.BibliographicRecord;

    [TestCase("POST", true)]
    [TestCase("GET", false)]
    public async Task AcquireAsync_ClientDisposedInFlight_ReportsWhetherTheLockMayBeSet(string inFlight, bool mayHaveBeenProcessed)
    {
        var received = new TaskCompletionSource();
        Uri? address = null;
        var server = new ScriptedServer();
        if (inFlight == "POST")
        {
            server.Then(Answers.NotLocked);
        }

        server.Then(async (_, token) =>
        {
            received.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return Answers.Json(null);
        }).Always(_ => Answers.NotLocked());
        var polaris = TestClient.Create(server, options =>
        {
            options.ShutdownTimeout = TimeSpan.Zero;
            address = options.BaseAddress;
        });
        var acquiring = polaris.ObjectLocks.AcquireAsync(Bib, 7);
        await received.Task;

        await polaris.DisposeAsync();

        var error = Assert.ThrowsAsync<TransportException>(() => acquiring)!;
        Assert.That(error.Route, Is.EqualTo("POST /objectlocks"));
        Assert.That(error.MayHaveBeenProcessed, Is.EqualTo(mayHaveBeenProcessed));
        Assert.That(error.Message.Contains("it is looked for in the background", StringComparison.Ordinal), Is.EqualTo(mayHaveBeenProcessed));

        // Another client of the same user and workstation need not wait for it.
        var other = new ScriptedServer().Then(Answers.NotLocked).Then(Answers.Lock);
        await using var next = TestClient.Create(other, options => options.BaseAddress = address);
        await using var lease = await next.ObjectLocks.AcquireAsync(Bib, 7, new AcquireOptions { WaitUpTo = TimeSpan.FromMinutes(1) });
        other.Then(200, "true");
    }
}
