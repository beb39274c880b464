using System.Net;
using Polaris.Client.Cataloging;
using Polaris.Client.ContractTests.WireMock;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris.Faults;

/// <summary>A refused token is renewed once; a refused sign-in is never repeated, because refusals block accounts.</summary>
[TestFixture]
public sealed class SignInFaultTests : PolarisContractTest
{
    [Test, Stubs("Faults/lock-401-then-200")]
    public async Task LockAsync_TokenRefusedOnce_SignsInAnew()
    {
        ObjectLock granted = await LockAsync(CreateClient());

        await AssertRequestsAsync(SignIn, "POST objectlocks", SignIn, "POST objectlocks");
        Assert.That(granted.ObjectId, Is.EqualTo(10));
        await AssertTokensAsync(StubbedPolaris.Authorization, StubbedPolaris.RenewedAuthorization);
    }

    [Test, Stubs("Faults/workflow-401-then-200")]
    public async Task StartAsync_TokenRefusedOnce_SignsInAnew()
    {
        WorkflowConversation<BibRecordSaved> talk = await CreateClient().Workflows.StartAsync(BibExamples.Hiding());

        await AssertRequestsAsync(SignIn, "POST workflow", SignIn, "POST workflow");
        Assert.That(talk.PendingPrompt, Is.TypeOf<DisplayInPacPrompt>());
        await AssertTokensAsync(StubbedPolaris.Authorization, StubbedPolaris.RenewedAuthorization);
    }

    [Test, Stubs("Faults/lock-401-renewal-lost")]
    public async Task LockAsync_RenewalWithoutAnswer_IsMadeOnceMore()
    {
        ObjectLock granted = await LockAsync(CreateClient());

        await AssertRequestsAsync(SignIn, "POST objectlocks", SignIn, SignIn, "POST objectlocks");
        Assert.That(granted.ObjectId, Is.EqualTo(10));
    }

    [Test, Stubs("Faults/lock-401-twice")]
    public async Task LockAsync_RenewedTokenRefusedToo_GivesUp()
    {
        PolarisClient polaris = CreateClient();

        var error = Assert.ThrowsAsync<AuthenticationFailedException>(() => LockAsync(polaris));

        await AssertRequestsAsync(SignIn, "POST objectlocks", SignIn, "POST objectlocks");
        Assert.That(error!.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(error.Route, Is.EqualTo("POST /objectlocks"));
        Assert.That(error.Body, Is.Null);
    }

    [Test, Stubs("Faults/sign-in-polaris-401")]
    public async Task LockAsync_SignInRefused_IsSentOnceAndTheCallNever()
    {
        PolarisClient polaris = CreateClient();

        var error = Assert.ThrowsAsync<AuthenticationFailedException>(() => LockAsync(polaris));

        await AssertRequestsAsync(SignIn);
        Assert.That(error!.Route, Is.EqualTo("POST /authentication/staffuser"));
        Assert.That(error.ToString(), Does.Not.Contain(StubbedPolaris.Password));
    }

    [Test, Stubs("Faults/sign-in-polaris-empty-response")]
    public async Task LockAsync_SignInWithoutAnswer_IsSentOnceAndTheCallNever()
    {
        PolarisClient polaris = CreateClient();

        var error = Assert.ThrowsAsync<TransportException>(() => LockAsync(polaris));

        await AssertRequestsAsync(SignIn);
        Assert.That(error!.MayHaveBeenProcessed, Is.False);
        Assert.That(error.Route, Is.EqualTo("POST /objectlocks"));
        Assert.That(error.InnerException, Is.TypeOf<TransportException>()
            .With.Property(nameof(TransportException.Route)).EqualTo("POST /authentication/staffuser"));
    }

    [Test, Stubs("SignIn/polaris", "Polaris/lock-single-200")]
    public async Task LockAsync_ManyAtOnce_SignInOnce()
    {
        PolarisClient polaris = CreateClient();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => LockAsync(polaris)));

        RequestJournal journal = await Server.ReadJournalAsync();
        Assert.That(journal.Requests.Count(request => request.ToString() == SignIn), Is.EqualTo(1));
        Assert.That(journal.Requests, Has.Count.EqualTo(9));
    }

    [Test, Stubs("Polaris/lock-single-200")]
    public async Task LockAsync_ReadyToken_NeedsNoSignIn()
    {
        PolarisClient polaris = CreateClient(UseReadyToken);

        await LockAsync(polaris);

        await AssertRequestsAsync("POST objectlocks");
    }

    [Test]
    public void LockAsync_NobodyListens_WasNotProcessed()
    {
        PolarisClient polaris = CreateClient(options =>
        {
            UseReadyToken(options);
            options.BaseAddress = new Uri($"http://127.0.0.1:{ClosedPort()}/");
        });

        var error = Assert.ThrowsAsync<TransportException>(() => LockAsync(polaris));

        Assert.That(error!.MayHaveBeenProcessed, Is.False);
        Assert.That(error.Attempts, Is.EqualTo(3));
    }

    private static Task<ObjectLock> LockAsync(PolarisClient polaris) =>
        polaris.ObjectLocks.LockAsync(ObjectType.Patron, 29937);

    private static int ClosedPort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task AssertTokensAsync(params string[] expected)
    {
        RequestJournal journal = await Server.ReadJournalAsync();
        Assert.That(
            journal.Requests.Where(request => request.Url != StubbedPolaris.SignInPath)
                .SelectMany(request => request.Header("Authorization")),
            Is.EqualTo(expected));
    }
}
