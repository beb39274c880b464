using System.Text.Json.Nodes;
using Polaris.Client.ContractTests.Wire;

namespace Polaris.Client.ContractTests.Polaris;

/// <summary>A test that plays the stubs of Polaris through the public API: real handlers, real sockets.</summary>
public abstract class PolarisContractTest : ContractTest
{
    /// <summary>The request that signs in.</summary>
    protected const string SignIn = "POST " + StubbedPolaris.SignInPath;

    private readonly List<PolarisClient> clients = [];

    /// <summary>The page with which a network answers in place of the server, with success.</summary>
    protected static Answer NetworkLoginPage => new(200, "text/html; charset=utf-8", """
        <!DOCTYPE html>
        <html><head><title>Sign in to the network</title></head><body><form method="post"></form></body></html>

        """);

    /// <summary>The page of the web server, for a path that the application never saw.</summary>
    protected static Answer NotFoundPage => Answer.Html(404, """
        <!DOCTYPE html>
        <html><head><title>404 - File or directory not found.</title></head>
        <body><h2>404 - File or directory not found.</h2></body></html>

        """);

    protected override Answer SignedIn => StubbedPolaris.Token(1);

    [TearDown]
    public void DisposeClients()
    {
        clients.ForEach(client => client.Dispose());
        clients.Clear();
    }

    protected override Expectation OnSignIn() => new(Server, StubbedPolaris.SignIn);

    protected override Stub Expect(string request, JsonNode? body) => StubbedPolaris.Expect(request, body);

    /// <summary>Expects the request that starts a workflow.</summary>
    /// <param name="type">The workflow's type.</param>
    /// <param name="extensionType">The type of its data.</param>
    /// <param name="data">The data.</param>
    protected Expectation OnStart(int type, int extensionType, string data) =>
        On("POST workflow", WorkflowJson.Start(type, extensionType, data));

    /// <summary>Expects the reply to a prompt.</summary>
    /// <param name="conversation">The conversation's GUID.</param>
    /// <param name="prompt">The prompt's ID.</param>
    /// <param name="result">The button.</param>
    /// <param name="extension">The reply's data with its type.</param>
    protected Expectation OnReply(Guid conversation, int prompt, int result, string extension = "null") =>
        On($"PUT workflow/{conversation}", WorkflowJson.Reply(prompt, result, extension));

    /// <summary>A client that the stubs accept; it retries without delay, and does not wait for locks.</summary>
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
    protected static void AssertRequests(params IEnumerable<string> expected)
    {
        RequestJournal journal = Server.Journal;
        journal.AssertRequests([.. expected.Select(WithPath)]);
    }

    private static string WithPath(string request) => request == SignIn
        ? request
        : request.Insert(request.IndexOf(' ', StringComparison.Ordinal) + 1, StubbedPolaris.Path);
}
