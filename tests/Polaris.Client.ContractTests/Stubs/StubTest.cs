namespace Polaris.Client.ContractTests.Stubs;

/// <summary>A test that talks to the stubs without the SDK: it proves that they are right and strict.</summary>
public abstract class StubTest : ContractTest
{
    private HttpClient? client;

    private HttpClient Client =>
        client ?? throw new InvalidOperationException("The client is made before each test.");

    [SetUp]
    public void CreateClient() =>
        client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Server.BaseAddress };

    [TearDown]
    public void DisposeClient() => client?.Dispose();

    /// <summary>Makes every mistake with a request; returns those that a stub answered all the same.</summary>
    protected async Task<IReadOnlyList<string>> OverlookedMistakesAsync(RawRequest right)
    {
        var overlooked = new List<string>();
        foreach ((string mistake, RawRequest request) in Alterations.Of(right))
        {
            using HttpResponseMessage answer = await SendAsync(request);
            if (Server.Journal.Requests[^1].WasMatched) overlooked.Add(mistake);
        }

        return overlooked;
    }

    protected async Task<HttpResponseMessage> SendAsync(
        RawRequest request, CancellationToken cancellationToken = default)
    {
        using HttpRequestMessage message = request.ToMessage();
        return await Client.SendAsync(message, cancellationToken);
    }
}
