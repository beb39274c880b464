using System.Text.Json;
using System.Text.Json.Nodes;
using Polaris.Client.Tests;

namespace Polaris.Client.Marc.Tests;

public sealed class MarcJsonTests
{
    private const string Community = """
        {"leader":"00000nam a22000007i 4500","fields":[{"001":"1126739"},{"245":{"ind1":"1","ind2":"0","subfields":[{"a":"Frösche 🐸"},{"a":"cafe\u0301"}]}}]}
        """;

    private static IEnumerable<string> FixturesWithMarc =>
        PolarisFixture.WorkflowNames.Where(name => Collection(name) is not null);

    private static JsonNode? Collection(string fixture) =>
        PolarisFixture.RequestBody(fixture)?["RequestExtension"]?["Data"]?["MARC21Collection"];

    [TestCaseSource(nameof(FixturesWithMarc))]
    public void Wire_ReadAndWritten_KeepsEverything(string fixture)
    {
        JsonNode body = Collection(fixture)!;

        string written = MarcCollection.FromJson(body.ToJsonString()).ToJson();

        Assert.That(JsonNode.Parse(written)!.ToJsonString(), Is.EqualTo(body.ToJsonString()));
    }

    [Test]
    public void Wire_ThroughASerializerContext_IsTheSame()
    {
        JsonNode body = Collection("authority-add-200.json")!;

        MarcCollection collection = body.Deserialize(MarcJson.Default.MarcCollection)!;

        Assert.That(JsonSerializer.Serialize(collection, MarcJson.Default.MarcCollection), Is.EqualTo(body.ToJsonString()));
    }

    [Test]
    public void Wire_UnknownMembers_AreKept()
    {
        const string json = """
            {"id":7,"leader":"L","controlfields":[{"tag":"001","data":"1","position":1,"type":"CF"}],"datafields":[{"tag":"245","ind1":"","ind2":" ","subfields":[{"code":"a","data":"x","link":{"id":1}}],"position":9,"type":"DF"}],"AuthorityRecordID":5}
            """;

        Assert.That(MarcRecord.FromJson(json).ToJson(), Is.EqualTo(json.Trim()));
    }

    [Test]
    public void Wire_MissingAndNullParts_AreEmpty()
    {
        MarcRecord record = MarcRecord.FromJson(
            """{"LEADER":null,"id":"3","datafields":[null,{"tag":"245","ind1":null,"subfields":null},{}],"controlFields":[{}]}""");

        Assert.That((record.Id, record.Leader, record.ControlFields.Count, record.DataFields.Count), Is.EqualTo((3, "", 1, 2)));
        Assert.That((record.DataFields[0].Indicator1, record.DataFields[0].Subfields.Count), Is.EqualTo((" ", 0)));
    }

    [Test]
    public void Places_OfABuiltRecord_CountControlAndDataFieldsTogether() =>
        Assert.That(Places(new MarcRecord("L").Control("001", "1").Control("008", "2").Field("245", ' ', ' ').Field("650", ' ', ' ')),
            Is.EqualTo("001=1 008=2 245=3 650=4"));

    [Test]
    public void Places_OfFieldsAddedToAReceivedRecord_ComeAfterTheirNeighbours()
    {
        MarcRecord record = MarcCollection.FromJson(Collection("authority-add-200.json")!.ToJsonString()).Records[0];

        record.Control("005", "x").Field("700", ' ', ' ').DataFields.Insert(1, new("100", ' ', ' '));

        Assert.That(Places(record), Is.EqualTo("003=2 008=4 005=5 040=6 100=7 150=8 667=9 700=10"));
    }

    [Test]
    public void Places_AfterRenumber_FollowTheLists() =>
        Assert.That(
            Places(MarcCollection.FromJson(Collection("authority-add-200.json")!.ToJsonString()).Records[0].Renumber()),
            Is.EqualTo("003=1 008=2 040=3 150=4 667=5"));

    [Test]
    public void MarcInJson_ReadAndWritten_IsTheSame()
    {
        MarcRecord record = MarcRecord.FromJson(Community);

        Assert.That(record["245"]!.Subfields.Select(subfield => subfield.Data), Is.EqualTo(new[] { "Frösche 🐸", "cafe\u0301" }));
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(record.ToMarcInJson()), JsonNode.Parse(Community)), Is.True);
        Assert.That(record.ToJson(), Does.Contain("Frösche"), "letters stay letters");
        Assert.That(Places(record), Is.EqualTo("001=1 245=2"));
    }

    [Test]
    public void MarcInJson_ControlFieldAfterDataFields_KeepsTheOrderOnTheWire()
    {
        const string json = """{"leader":"L","fields":[{"245":{"ind1":"1","ind2":"0","subfields":[]}},{"001":"x"}]}""";

        MarcRecord record = MarcRecord.FromJson(json);

        Assert.That(record.ToMarcInJson(), Is.EqualTo(json));
        Assert.That(MarcRecord.FromJson(record.ToJson()).ToMarcInJson(), Is.EqualTo(json));
    }

    [Test]
    public void FromJson_OfACollection_TakesEitherForm()
    {
        MarcCollection collection = MarcCollection.FromJson($$"""[{{Community}},{"leader":"W"}]""");

        Assert.That(collection.Records.Select(record => record.Leader), Is.EqualTo(new[] { "00000nam a22000007i 4500", "W" }));
    }

    [TestCase("", "$")]
    [TestCase("{", "$")]
    [TestCase("null", "$")]
    [TestCase("{}", "$")]
    [TestCase("""{"title":"x"}""", "$")]
    [TestCase("[]", "$")]
    [TestCase("[1]", "$[0]")]
    [TestCase("""[{"leader":"a"},{"leader":"b"}]""", "$")]
    [TestCase("""{"leader":5}""", "$.leader")]
    [TestCase("""{"records":[{"leader":"a","datafields":{}}]}""", "$.records[0].datafields")]
    [TestCase("""{"leader":"a","datafields":[{"tag":"245"},{"tag":"650","subfields":[{"code":1}]}]}""", "$.datafields[1].subfields[0].code")]
    [TestCase("""{"leader":5,"fields":[]}""", "$.leader")]
    [TestCase("""{"leader":"a","fields":{}}""", "$.fields")]
    [TestCase("""{"leader":"a","fields":[1]}""", "$.fields[0]")]
    [TestCase("""{"leader":"a","fields":[{"001":"x"},{}]}""", "$.fields[1]")]
    [TestCase("""{"leader":"a","fields":[{"001":"x","003":"y"}]}""", "$.fields[0]")]
    [TestCase("""{"leader":"a","fields":[{"001":5}]}""", "$.fields[0].001")]
    [TestCase("""{"leader":"a","fields":[{"245":{"ind1":1}}]}""", "$.fields[0].245.ind1")]
    [TestCase("""{"leader":"a","fields":[{"245":{"subfields":[{"a":"x"},{"b":null}]}}]}""", "$.fields[0].245.subfields[1].b")]
    public void FromJson_OfSomethingElse_SaysWhere(string json, string path)
    {
        MarcFormatException error = Assert.Throws<MarcFormatException>(() => MarcRecord.FromJson(json))!;

        Assert.That(error.Path, Is.EqualTo(path));
        Assert.That(error.Message, Does.StartWith($"This is no MARC record: at {path}, "));
    }

    private static string Places(MarcRecord record)
    {
        JsonNode json = JsonNode.Parse(record.ToJson())!;
        return string.Join(' ', json["controlfields"]!.AsArray().Concat(json["datafields"]!.AsArray())
            .Select(field => $"{field!["tag"]}={field["position"]}"));
    }
}
