using Polaris.Client.ContractTests.WireMock;

namespace Polaris.Client.ContractTests.Polaris;

/// <summary>A test that plays the stubs of Polaris through the public API: real handlers, real sockets.</summary>
public abstract class PolarisContractTest : ContractTest
{
    /// <summary>The request that signs in.</summary>
    protected const string SignIn = "POST " + StubbedPolaris.SignInPath;

    private readonly List<PolarisClient> clients = [];

    [TearDown]
    public async Task DisposeClientsAsync()
    {
        clients.ForEach(client => client.Dispose());
        clients.Clear();
        (await Server.ReadJournalAsync()).AssertAllMatched();
    }

    /// <summary>A client whom the stubs know; it retries without delay, and does not wait for locks.</summary>
    protected PolarisClient CreateClient(Action<PolarisClientOptions>? configure = null, TimeProvider? time = null)
    {
        var options = new PolarisClientOptions
        {
            BaseAddress = Server.BaseAddress,
            Language = StubbedPolaris.Language,
            ProductId = StubbedPolaris.ProductId,
            SiteDomain = StubbedPolaris.SiteDomain,
            OrganizationId = StubbedPolaris.OrganizationId,
            WorkstationId = StubbedPolaris.WorkstationId,
            Credentials = new PolarisCredentials
            {
                Domain = StubbedPolaris.UserDomain,
                UserName = StubbedPolaris.UserName,
                Password = StubbedPolaris.Password,
            },
            Retry = new RetryOptions
            {
                BaseDelay = TimeSpan.FromMilliseconds(1),
                MaxRetries = 2,
                LockWait = TimeSpan.Zero,
            },
        };
        configure?.Invoke(options);
        var client = PolarisClient.Create(options, time: time);
        clients.Add(client);
        return client;
    }

    /// <summary>A token that was issued before, so that nothing signs in.</summary>
    protected static void UseReadyToken(PolarisClientOptions options)
    {
        options.UserId = StubbedPolaris.UserId;
        options.Credentials = new PolarisCredentials
        {
            AccessToken = "ContractTestsAccessToken00000001",
            AccessSecret = "AccessSecret0001",
        };
    }

    /// <summary>
    /// Asserts exactly which requests the server saw. Write the path without what stands before the resource:
    /// <c>POST objectlocks</c>.
    /// </summary>
    protected static async Task AssertRequestsAsync(params IEnumerable<string> expected)
    {
        RequestJournal journal = await Server.ReadJournalAsync();
        journal.AssertRequests([.. expected.Select(WithPath)]);
    }

    private static string WithPath(string request) => request == SignIn
        ? request
        : request.Insert(request.IndexOf(' ', StringComparison.Ordinal) + 1, StubbedPolaris.Path);
}
