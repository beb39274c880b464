using System.Text.Json;
using Polaris.Client.Json;

namespace Polaris.Client.Tests.Json;

public sealed class TolerantJsonTests
{
    [TestCase("""{"RecordID":7}""", 7)]
    [TestCase("""{"recordid":"7"}""", 7)]
    [TestCase("""{"RecordID":"seven"}""", null)]
    [TestCase("""{"RecordID":null}""", null)]
    [TestCase("""{"Other":7}""", null)]
    [TestCase("[7]", null)]
    [TestCase("""{"RecordID":"\ud800"}""", null)]
    [TestCase("""{"\ud800":1,"RecordID":7}""", null)]
    public void Number_AnyProperty_IsTheIntegerOrNull(string json, int? expected) =>
        Assert.That(TolerantJson.Number(JsonDocument.Parse(json).RootElement, "RecordID"), Is.EqualTo(expected));
}
