using System.Net;
using System.Text.Json.Nodes;

namespace Polaris.Client.Tests.Folio;

/// <summary>One documented request with its answer.</summary>
internal sealed class FolioFixture(JsonObject json)
{
    private static readonly string Folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "Folio");

    public static IEnumerable<string> Names =>
        Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order();

    public string Line => $"{Text("request", "method")} /{Text("request", "path")}";

    public JsonNode? RequestBody => json["request"]!["body"];

    public JsonNode? ResponseBody => json["response"]!["body"];

    public static FolioFixture Read(string name) => new(JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")))!.AsObject());

    public HttpResponseMessage Answer()
    {
        var response = json["response"]!;
        var status = (HttpStatusCode)response["status"]!.GetValue<int>();
        return response["body"] switch
        {
            null => new HttpResponseMessage(status) { Content = new ByteArrayContent([]) },
            JsonValue text => RecordingGateway.Body(text.GetValue<string>(), Text("response", "contentType"), status),
            var body => RecordingGateway.Body(body.ToJsonString(), Text("response", "contentType"), status),
        };
    }

    private string Text(string part, string member) => json[part]![member]!.GetValue<string>();
}
