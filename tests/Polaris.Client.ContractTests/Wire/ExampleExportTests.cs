using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.ContractTests.Wire;

/// <summary>Writes the documented examples as WireMock's own JSON, for WireMock servers elsewhere.</summary>
[TestFixture]
public sealed class ExampleExportTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static string Folder => Path.Combine(TestContext.CurrentContext.WorkDirectory, "wiremock", "mappings");

    [TestCaseSource(typeof(Example), nameof(Example.Names))]
    public void Export_DocumentedExample_IsWrittenAsAMapping(string name)
    {
        Example example = Example.Read(name);
        Stub stub = name.StartsWith("Polaris/", StringComparison.Ordinal)
            ? StubbedPolaris.Expect(example.Request, example.SentBody)
            : StubbedFolio.Expect(example.Request, example.SentBody);
        string file = Path.Combine(Folder, name + ".json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);

        File.WriteAllText(file, Mapping(name, stub, example.Answer).ToJsonString(Indented));

        JsonNode written = JsonNode.Parse(File.ReadAllText(file))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{written["request"]!["method"]} {written["request"]!["url"]}", Is.EqualTo(stub.ToString()));
            Assert.That(written["response"]!["status"]!.GetValue<int>(), Is.EqualTo(example.Answer.Status));
            JsonAssert.AreEqual(example.SentBody, written["request"]!["bodyPatterns"]![0]!["equalToJson"]);
        }
    }

    private static JsonObject Mapping(string name, Stub stub, Answer answer)
    {
        var headers = new JsonObject(stub.Headers.Select(header =>
            KeyValuePair.Create(header.Key, (JsonNode?)new JsonObject { ["equalTo"] = header.Value })));
        var answerHeaders = new JsonObject(answer.Headers.Select(header =>
            KeyValuePair.Create(header.Name, (JsonNode?)JsonValue.Create(header.Value))));
        if (answer.ContentType is not null) answerHeaders["Content-Type"] = answer.ContentType;
        return new JsonObject
        {
            ["name"] = name,
            ["request"] = new JsonObject
            {
                ["method"] = stub.Method,
                ["url"] = stub.Target,
                ["headers"] = headers,
                ["bodyPatterns"] = new JsonArray(stub.Body is null
                    ? new JsonObject { ["absent"] = true }
                    : new JsonObject
                    {
                        ["equalToJson"] = stub.Body.DeepClone(),
                        ["ignoreArrayOrder"] = false,
                        ["ignoreExtraElements"] = false,
                    }),
            },
            ["response"] = new JsonObject { ["status"] = answer.Status, ["headers"] = answerHeaders, ["body"] = answer.Body },
        };
    }
}
