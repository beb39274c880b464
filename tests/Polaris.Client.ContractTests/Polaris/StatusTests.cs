using Polaris.Client.ContractTests.Wire;

namespace Polaris.Client.ContractTests.Polaris;

/// <summary>The status of the server, with the response of the vendor's page.</summary>
[TestFixture]
public sealed class StatusTests : PolarisContractTest
{
    private const string Call = "GET /Polaris.ApplicationServices/api";

    [Test]
    public async Task GetStatusAsync_Status_IsReadWithoutAToken()
    {
        On(Call).Without("Authorization").Answers(Answer.Json(200, """
            {
              "ServiceName": "Polaris.ApplicationServices", "Version": "7.8.47176.0", "Major": 7, "Minor": 8, "Build": 47176, "Revision": 0,
              "Patches": null
            }
            """));

        PolarisStatus status = await CreateClient().GetStatusAsync();

        Server.Journal.AssertRequests([Call]);
        Assert.That(
            $"{status.ServiceName} {status.Version} {status.Major} {status.Minor} {status.Build} {status.Revision}",
            Is.EqualTo("Polaris.ApplicationServices 7.8.47176.0 7 8 47176 0"));
    }

    [Test]
    public void GetStatusAsync_Unavailable_IsSentOnce()
    {
        On(Call).Without("Authorization").Answers(Unavailable);

        Assert.ThrowsAsync<RequestFailedException>(() => CreateClient().GetStatusAsync());

        Server.Journal.AssertRequests([Call]);
    }
}
