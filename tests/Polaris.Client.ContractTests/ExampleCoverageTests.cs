using System.Reflection;
using Polaris.Client.ContractTests.Wire;

namespace Polaris.Client.ContractTests;

[TestFixture]
public sealed class ExampleCoverageTests
{
    [Test]
    public void Examples_OfBothSystems_AreEachPlayedByATest()
    {
        IEnumerable<string> played = typeof(ExampleCoverageTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(test => test.GetCustomAttribute<PlaysAttribute>()?.Names ?? []);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Example.Names, Has.Count.EqualTo(38));
            Assert.That(Example.Names.Except(played), Is.Empty, "Write a test with [Plays(...)] for each of these.");
        }
    }
}
