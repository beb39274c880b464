using System.Reflection;
using Polaris.Client.ContractTests.Wire;

namespace Polaris.Client.ContractTests;

[TestFixture]
public sealed class ExampleCoverageTests
{
    [Test]
    public void Stubs_OfAllTests_PlayEveryMappingFile()
    {
        IEnumerable<string> played = typeof(ExampleCoverageTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(test => test.GetCustomAttribute<StubsAttribute>()?.Names ?? []);

        Assert.That(MappingFile.Names.Except(played), Is.Empty, "Write a test with [Stubs(...)] for each of these.");
    }
}
