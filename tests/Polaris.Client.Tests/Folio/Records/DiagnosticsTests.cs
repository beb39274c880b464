using Polaris.Client.Folio;

namespace Polaris.Client.Tests.Folio.Records;

/// <summary>A server that streams a list sends 200 first; a failure after that is only in the body.</summary>
public sealed class DiagnosticsTests : GatewayFixture
{
    private const string Failed = """{"diagnostics":[{"code":"500","message":"connection lost"}]}""";
    private static readonly Guid Id = new("8081d707-610f-4b50-a28b-c36a6d25191b");

    [TestCase($$"""{"instances":[],"resultInfo":{{Failed}} }""", true)]
    [TestCase("""{"instances":[],"resultInfo":{"totalRecords":0,"diagnostics":[]}}""", false)]
    [TestCase("""{"instances":[],"resultInfo":"odd"}""", false)]
    [TestCase("""{"instances":[],"totalRecords":0}""", false)]
    public void ListAsync_ListThatFailedHalfway_IsAnErrorAndNotTheEnd(string body, bool isError)
    {
        Gateway.Always(_ => RecordingGateway.Json(body));

        Assert.That(() => Client.Instances.ListAsync(), isError ? IsIncomplete : Throws.Nothing);
    }

    [Test]
    public void ListAsync_EveryResourceThatIsStreamed_NoticesTheFailure()
    {
        Gateway.Always(sent => RecordingGateway.Json($$"""{"{{sent.Path.Split('/')[^1].Replace("holdings", "holdingsRecords", StringComparison.Ordinal)}}":[],"resultInfo":{{Failed}} }"""));

        Assert.That(() => Client.Holdings.ListAsync(), IsIncomplete);
        Assert.That(() => Client.Items.ListAsync(), IsIncomplete);
        Assert.That(() => Client.Users.ListAsync(), IsIncomplete);
        Assert.That(() => Client.Records<Book>("inventory-view/instances", "instances", BookJson.Default).ListAsync(), IsIncomplete, "a resource of the program's own");
    }

    [Test]
    public void EnumerateAsync_LaterPageFailedBeforeItsFirstRecord_IsNotTheEnd()
    {
        Gateway.Then(
            RecordingGateway.Json($$"""{"items":[{"id":"{{Id}}"}],"resultInfo":{"diagnostics":[] } }"""),
            RecordingGateway.Json($$"""{"items":[],"resultInfo":{{Failed}} }"""));

        Assert.That(
            async () =>
            {
                await foreach (var item in Client.Items.EnumerateAsync())
                {
                    Assert.That(item.Id, Is.EqualTo(Id));
                }
            },
            Throws.TypeOf<WalkInterruptedException>().With.Property("LastId").EqualTo(Id));
    }

    [Test]
    public void RetrieveAsync_ListThatFailedHalfway_DoesNotMeanThatTheOthersDoNotExist()
    {
        Gateway.Always(_ => RecordingGateway.Json($$"""{"items":[],"resultInfo":{{Failed}} }"""));

        Assert.That(
            async () =>
            {
                await foreach (var item in Client.Items.RetrieveAsync([Id]))
                {
                    Assert.Fail($"{item}");
                }
            },
            IsIncomplete);
    }

    private static NUnit.Framework.Constraints.IResolveConstraint IsIncomplete =>
        Throws.TypeOf<InvalidResponseException>().With.Message.Contains("incomplete").And.Message.Not.Contains("connection lost");
}
