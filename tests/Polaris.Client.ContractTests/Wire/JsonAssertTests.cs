using System.Text.Json.Nodes;

namespace Polaris.Client.ContractTests.Wire;

[TestFixture]
public sealed class JsonAssertTests
{
    [TestCase("""{"a":1,"b":[null,"x"]}""", """{"b":[null,"x"],"a":1.0}""")]
    [TestCase("null", "null")]
    [TestCase("-3", "-3e0")]
    public void FirstDifference_SameValues_IsNull(string expected, string actual) =>
        Assert.That(JsonAssert.FirstDifference(JsonNode.Parse(expected), JsonNode.Parse(actual)), Is.Null);

    [TestCase("""{"a":{"b":[1,3]}}""", """{"a":{"b":[1,"3"]}}""", "$.a.b[1]: expected 3, but was \"3\".")]
    [TestCase("""{"a":null}""", "{}", "$.a: expected null, but the property is missing.")]
    [TestCase("{}", """{"a":null}""", "$.a: was null, but no such property is expected.")]
    [TestCase("[1,2]", "[1]", "$: expected 2 items, but there are 1: [1].")]
    [TestCase("[1,2]", "[2,1]", "$[0]: expected 1, but was 2.")]
    [TestCase("""{"A":1}""", """{"a":1}""", "$.A: expected 1, but the property is missing.")]
    [TestCase("{}", "null", "$: expected {}, but was null.")]
    public void FirstDifference_OtherValues_ShowsWhereAndHow(string expected, string actual, string difference) =>
        Assert.That(
            JsonAssert.FirstDifference(JsonNode.Parse(expected), JsonNode.Parse(actual)),
            Is.EqualTo(difference));
}
