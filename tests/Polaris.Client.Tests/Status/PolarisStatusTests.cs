using Polaris.Client.Testing;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.Status;

public sealed class PolarisStatusTests : FakeFixture
{
    [Test]
    public async Task GetStatusAsync_RunningServer_ReturnsItsVersionWithoutASignIn()
    {
        var status = await Client.GetStatusAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status.ServiceName, Is.EqualTo("Polaris.ApplicationServices"));
            Assert.That(status.Version, Is.EqualTo("7.6.37191.1"));
            Assert.That(status.ToString(), Is.EqualTo("PolarisStatus 7.6.37191.1"));
            Assert.That(status.AdditionalMembers!.Keys, Is.EqualTo(["Patches"]));
            Assert.That(Fake.SignIns, Is.Zero);
            Assert.That(Fake.Journal.Single().Path, Is.EqualTo("api"));
        }
    }

    [Test]
    public async Task GetStatusAsync_ViewAndWrongPassword_StillResponds()
    {
        using var stranger = Fake.CreateClient(options => options.Credentials.Password = "wrong");

        Assert.That((await stranger.With(organizationId: 12).GetStatusAsync()).Major, Is.EqualTo(7));
        Assert.That(Fake.RefusedSignIns, Is.Zero);
    }

    [Test]
    public void GetStatusAsync_OverloadedServer_IsReportedAtOnce()
    {
        Fake.Faults.Add(FaultKind.ServiceUnavailable);

        var failed = Assert.ThrowsAsync<RequestFailedException>(() => Client.GetStatusAsync())!;

        Assert.That(failed.Attempts, Is.EqualTo(1));
    }

    [Test]
    public void GetStatusAsync_UnreachableServer_ThrowsTransportException()
    {
        Fake.Faults.Add(FaultKind.ConnectionRefused);

        Assert.ThrowsAsync<TransportException>(() => Client.GetStatusAsync());
    }

    [Test]
    public async Task GetStatusAsync_DisposedClient_ThrowsObjectDisposedException()
    {
        await Client.DisposeAsync();

        Assert.ThrowsAsync<ObjectDisposedException>(() => Client.GetStatusAsync());
    }

    [Test]
    public void GetStatusAsync_AnotherProgram_IsNotTakenForPolaris()
    {
        using var client = PolarisClient.Create(
            new PolarisClientOptions
            {
                BaseAddress = FakePolaris.BaseAddress,
                OrganizationId = 3,
                WorkstationId = 1,
                Credentials = new PolarisCredentials { AccessToken = "t", AccessSecret = "s" },
            },
            new ScriptedServer().Always(_ => Answers.Json("""{"status":"ok"}""")));

        Assert.ThrowsAsync<InvalidResponseException>(() => client.GetStatusAsync());
    }
}
