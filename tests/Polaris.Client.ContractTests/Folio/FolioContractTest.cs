using System.Text.Json.Nodes;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Folio;

namespace Polaris.Client.ContractTests.Folio;

/// <summary>A test that plays the stubs of FOLIO through the public API: real handlers, real sockets.</summary>
public abstract class FolioContractTest : ContractTest
{
    /// <summary>The request that signs in.</summary>
    protected const string SignIn = "POST " + StubbedFolio.SignInPath;

    /// <summary>The request that renews the token.</summary>
    protected const string Refresh = "POST " + StubbedFolio.RefreshPath;

    /// <summary>The record of nearly all stubs.</summary>
    protected static readonly Guid SourceId = new("8081d707-610f-4b50-a28b-c36a6d25191b");

    private readonly List<FolioClient> clients = [];

    protected override Answer SignedIn => StubbedFolio.Tokens(1);

    [TearDown]
    public void DisposeClients()
    {
        clients.ForEach(client => client.Dispose());
        clients.Clear();
    }

    protected override Expectation OnSignIn() =>
        On("POST authn/login-with-expiry", StubbedFolio.Credentials).Without("X-Okapi-Token");

    /// <summary>Expects the sign-in of a release before Poppy.</summary>
    protected Expectation OnLegacySignIn() => On("POST authn/login", StubbedFolio.Credentials).Without("X-Okapi-Token");

    /// <summary>Expects the renewal of the token, which carries the refresh token and nothing else.</summary>
    protected Expectation OnRefresh() => On("POST authn/refresh")
        .Without("X-Okapi-Token").With("Cookie", $"folioRefreshToken={StubbedFolio.RefreshToken}");

    /// <summary>Expects the sign-out, which names both tokens.</summary>
    protected Expectation OnSignOut() => On("POST authn/logout").Without("X-Okapi-Token").With(
        "Cookie", $"folioAccessToken={StubbedFolio.AccessToken}; folioRefreshToken={StubbedFolio.RefreshToken}");

    protected override Stub Expect(string request, JsonNode? body) => StubbedFolio.Expect(request, body);

    /// <summary>A client that the stubs accept; it retries without delay.</summary>
    protected FolioClient CreateClient(Action<FolioClientOptions>? configure = null, TimeProvider? time = null)
    {
        var options = new FolioClientOptions
        {
            BaseAddress = Server.BaseAddress,
            Tenant = StubbedFolio.Tenant,
            Credentials = new FolioCredentials
            {
                UserName = StubbedFolio.UserName,
                Password = StubbedFolio.Password,
            },
            Retry = new RetryOptions { BaseDelay = TimeSpan.FromMilliseconds(1), MaxRetries = 2 },
        };
        configure?.Invoke(options);
        var client = FolioClient.Create(options, time: time);
        clients.Add(client);
        return client;
    }

    /// <summary>A client with a token of its own, which it cannot renew.</summary>
    protected FolioClient CreateClientWithToken(Action<FolioClientOptions>? configure = null) => CreateClient(options =>
    {
        options.Credentials = new FolioCredentials
        {
            TokenProvider = (_, _) => ValueTask.FromResult(StubbedFolio.AccessToken),
        };
        configure?.Invoke(options);
    });

    /// <summary>Asserts exactly which requests the server saw.</summary>
    protected static void AssertRequests(params string[] expected) =>
        Server.Journal.AssertRequests(expected);
}
