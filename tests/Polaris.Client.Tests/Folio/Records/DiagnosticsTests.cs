namespace Polaris.Client.Tests.Folio.Records;

/// <summary>A server that streams a list sends 200 first; a failure after that is only in the body.</summary>
public class DiagnosticsTests
{
    [TestCase("""{"instances":[],"resultInfo":{"diagnostics":[{"code":"500","message":"connection lost"}]}}""", true)]
    [TestCase("""{"instances":[],"resultInfo":{"totalRecords":0,"diagnostics":[]}}""", false)]
    [TestCase("""{"instances":[],"resultInfo":"odd"}""", false)]
    [TestCase("""{"instances":[],"totalRecords":0}""", false)]
    public async Task ListAsync_ListThatFailedHalfway_IsAnErrorAndNotTheEnd(string body, bool isError)
    {
        using var gateway = new RecordingGateway();
        gateway.Always(_ => RecordingGateway.Json(body));
        await using var folio = gateway.CreateClient();

        Assert.That(
            () => folio.Instances.ListAsync(),
            isError ? Throws.TypeOf<InvalidResponseException>().With.Message.Contains("incomplete").And.Message.Not.Contains("connection lost") : Throws.Nothing);
    }
}
