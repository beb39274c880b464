using System.Net;
using System.Text;
using System.Text.Json;
using Polaris.Client.Http;

namespace Polaris.Client.Tests.Http;

public sealed class ContentSerializerTests
{
    [Test]
    public async Task ToHttpContent_Body_IsJsonWithoutCharset()
    {
        using var content = Create().ToHttpContent(new ProbeRecord { Id = 7 });

        Assert.That(await content.ReadAsStringAsync(), Is.EqualTo("""{"Id":7,"Title":null}"""));
        Assert.That(content.Headers.ContentType!.ToString(), Is.EqualTo("application/json"));
    }

    [Test]
    public async Task Body_OfTwoServersInTurn_IsWrittenAndReadByTheOptionsOfEach()
    {
        var camelCase = new JsonSerializerOptions { TypeInfoResolver = ProbeJson.Default, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        ContentSerializer[] servers = [Create(), new(camelCase)];

        for (var round = 0; round < 2; round++)
        {
            foreach (var (server, name) in servers.Zip(["Id", "id"]))
            {
                using var written = server.ToHttpContent(new ProbeRecord { Id = 7 });
                using var answer = Body($$"""{"{{name}}":8}""");

                Assert.That(await written.ReadAsStringAsync(), Does.StartWith($$"""{"{{name}}":7"""));
                Assert.That((await server.FromHttpContentAsync<ProbeRecord>(answer))!.Id, Is.EqualTo(8));
            }
        }
    }

    [TestCase("", "empty body")]
    [TestCase("\uFEFF", "empty body")]
    [TestCase("null", "JSON value null")]
    public void FromHttpContentAsync_BodyWithoutValue_ThrowsJsonException(string json, string message)
    {
        using var content = Body(json);

        var error = Assert.ThrowsAsync<JsonException>(() => Create().FromHttpContentAsync<ProbeRecord>(content))!;

        Assert.That(error.Message, Does.Contain(message));
    }

    [Test]
    public async Task FromHttpContentAsync_ByteOrderMark_IsSkipped()
    {
        using var content = Body("\uFEFF{\"Id\":7}");

        Assert.That((await Create().FromHttpContentAsync<ProbeRecord>(content))!.Id, Is.EqualTo(7));
    }

    [Test]
    public void FromHttpContentAsync_TypeWithoutMetadata_NamesTheTypeAndTheParameter()
    {
        using var content = Body("{}");

        var error = Assert.ThrowsAsync<NotSupportedException>(() => Create().FromHttpContentAsync<Version>(content))!;

        Assert.That(error.Message, Does.Contain("System.Version").And.Contain("'json'"));
    }

    [Test]
    public void FromHttpContentAsync_GenericTypeWithoutMetadata_IsNamedAsInSource()
    {
        using var content = Body("{}");

        var error = Assert.ThrowsAsync<NotSupportedException>(() => Create().FromHttpContentAsync<Dictionary<string, Version[]>>(content))!;

        Assert.That(error.Message, Does.Contain("[JsonSerializable(typeof(Dictionary<String, Version[]>))]"));
    }

    [Test]
    public void FromHttpContentAsync_CanceledBefore_ThrowsOperationCanceled()
    {
        using var content = Body("{}");

        Assert.CatchAsync<OperationCanceledException>(
            () => Create().FromHttpContentAsync<ProbeRecord>(content, new CancellationToken(canceled: true)));
    }

    [Test]
    public void ToHttpContent_Null_NamesTheArgument()
    {
        var error = Assert.Throws<ArgumentNullException>(() => Create().ToHttpContent<ProbeRecord>(null!))!;

        Assert.That(error.ParamName, Is.EqualTo("item"));
        Assert.That(error.Message, Does.StartWith("A request body cannot be null."));
    }

    private static ContentSerializer Create() => new(ProbeJson.Default.Options);

    private static ReceivedBody Body(string json) => new(Encoding.UTF8.GetBytes(json), HttpStatusCode.OK, original: null);
}
