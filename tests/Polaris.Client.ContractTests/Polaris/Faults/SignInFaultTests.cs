using System.Net;
using Polaris.Client.Cataloging;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris.Faults;

/// <summary>A refused token is renewed once; a refused sign-in is never repeated, because refusals block accounts.</summary>
[TestFixture]
public sealed class SignInFaultTests : PolarisContractTest
{
    private const string Lock = "Polaris/lock-single-200";
    private const string Hiding = "Polaris/bib-header-update-prompt-66";

    [Test]
    public async Task LockAsync_TokenRefusedOnce_SignsInAgain()
    {
        OnSignIn().Answers(StubbedPolaris.Token(1), StubbedPolaris.Token(2));
        OnRequestOf(Lock).Answers(401);
        OnRequestOf(Lock).With("Authorization", StubbedPolaris.RenewedAuthorization).Answers(AnswerOf(Lock));

        ObjectLock granted = await LockAsync(CreateClient());

        AssertRequests(SignIn, "POST objectlocks", SignIn, "POST objectlocks");
        Assert.That(granted.ObjectId, Is.EqualTo(10));
        AssertTokens(StubbedPolaris.Authorization, StubbedPolaris.RenewedAuthorization);
    }

    [Test]
    public async Task StartAsync_TokenRefusedOnce_SignsInAgain()
    {
        OnSignIn().Answers(StubbedPolaris.Token(1), StubbedPolaris.Token(2));
        OnRequestOf(Hiding).Answers(401);
        OnRequestOf(Hiding).With("Authorization", StubbedPolaris.RenewedAuthorization).Answers(AnswerOf(Hiding));

        WorkflowConversation<BibRecordSaved> talk = await CreateClient().Workflows.StartAsync(BibExamples.Hiding());

        AssertRequests(SignIn, "POST workflow", SignIn, "POST workflow");
        Assert.That(talk.PendingPrompt, Is.TypeOf<DisplayInPacPrompt>());
        AssertTokens(StubbedPolaris.Authorization, StubbedPolaris.RenewedAuthorization);
    }

    [Test]
    public void LockAsync_RenewalWithoutAnswer_IsNotRepeated()
    {
        OnSignIn().Answers(StubbedPolaris.Token(1), Fault.EmptyResponse);
        OnRequestOf(Lock).Answers(401);

        var error = Assert.ThrowsAsync<TransportException>(() => LockAsync(CreateClient()));

        AssertRequests(SignIn, "POST objectlocks", SignIn);
        Assert.That(error!.MayHaveBeenProcessed, Is.False, "The lock request itself was refused.");
    }

    [Test]
    public void LockAsync_RenewedTokenRefusedToo_ThrowsAuthenticationFailed()
    {
        OnSignIn().Answers(StubbedPolaris.Token(1), StubbedPolaris.Token(2));
        OnRequestOf(Lock).Answers(401);
        OnRequestOf(Lock).With("Authorization", StubbedPolaris.RenewedAuthorization).Answers(401);
        PolarisClient polaris = CreateClient();

        var error = Assert.ThrowsAsync<AuthenticationFailedException>(() => LockAsync(polaris));

        AssertRequests(SignIn, "POST objectlocks", SignIn, "POST objectlocks");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(error.Route, Is.EqualTo("POST /objectlocks"));
            Assert.That(error.Body, Is.Null);
        }
    }

    [Test]
    public void LockAsync_SignInRefused_IsSentOnceAndTheCallNever()
    {
        OnSignIn().Answers(401);
        PolarisClient polaris = CreateClient();

        var error = Assert.ThrowsAsync<AuthenticationFailedException>(() => LockAsync(polaris));

        AssertRequests(SignIn);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.Route, Is.EqualTo("POST /authentication/staffuser"));
            Assert.That(error.ToString(), Does.Not.Contain(StubbedPolaris.Password));
        }
    }

    [Test]
    public void LockAsync_SignInWithoutAnswer_IsSentOnceAndTheCallNever()
    {
        OnSignIn().Answers(Fault.EmptyResponse);
        PolarisClient polaris = CreateClient();

        var error = Assert.ThrowsAsync<TransportException>(() => LockAsync(polaris));

        AssertRequests(SignIn);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.MayHaveBeenProcessed, Is.False);
            Assert.That(error.Route, Is.EqualTo("POST /objectlocks"));
            Assert.That(error.InnerException, Is.TypeOf<TransportException>()
                .With.Property(nameof(TransportException.Route)).EqualTo("POST /authentication/staffuser"));
        }
    }

    [Test, Plays("Polaris/lock-single-200")]
    public async Task LockAsync_ManyAtOnce_SignInOnce()
    {
        PolarisClient polaris = CreateClient();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => LockAsync(polaris)));

        RequestJournal journal = Server.Journal;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(journal.Requests.Count(request => request.ToString() == SignIn), Is.EqualTo(1));
            Assert.That(journal.Requests, Has.Count.EqualTo(9));
        }
    }

    [Test, Plays("Polaris/lock-single-200")]
    public async Task LockAsync_ReadyToken_NeedsNoSignIn()
    {
        PolarisClient polaris = CreateClient(UseReadyToken);

        await LockAsync(polaris);

        AssertRequests("POST objectlocks");
    }

    [Test]
    public void LockAsync_NoServerListens_WasNotProcessed()
    {
        PolarisClient polaris = CreateClient(options =>
        {
            UseReadyToken(options);
            options.BaseAddress = new Uri($"http://127.0.0.1:{ClosedPort()}/");
        });

        var error = Assert.ThrowsAsync<TransportException>(() => LockAsync(polaris));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.MayHaveBeenProcessed, Is.False);
            Assert.That(error.Attempts, Is.EqualTo(3));
        }
    }

    private static Task<ObjectLock> LockAsync(PolarisClient polaris) =>
        polaris.CreateApi<IObjectLocksApi>().LockAsync(new(ObjectType.Patron, 29937));

    private static int ClosedPort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void AssertTokens(params string[] expected)
    {
        RequestJournal journal = Server.Journal;
        Assert.That(
            journal.Requests.Where(request => request.Url != StubbedPolaris.SignInPath)
                .SelectMany(request => request.Header("Authorization")),
            Is.EqualTo(expected));
    }
}
