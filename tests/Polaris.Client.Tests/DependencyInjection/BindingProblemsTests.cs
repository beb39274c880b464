using Polaris.Client.Http;

namespace Polaris.Client.Tests.DependencyInjection;

/// <summary>What could not be read is reported once: not again as an option that keeps its default.</summary>
public sealed class BindingProblemsTests
{
    [TestCase("Timeout is 00:00:00: it must be more.", false)]
    [TestCase("Timeout:Part is missing.", false)]
    [TestCase("Timeout", true)]
    [TestCase("TimeoutOfAll is missing.", true)]
    [TestCase("Another is missing.", true)]
    public void With_ProblemOfAnOption_IsLeftOutIfTheOptionCouldNotBeRead(string problem, bool isReported)
    {
        var problems = new BindingProblems();
        problems.Add("Timeout", "Polaris:Timeout is 'abc'.");

        Assert.That(problems.With([problem]), Is.EqualTo(isReported ? ["Polaris:Timeout is 'abc'.", problem] : new[] { "Polaris:Timeout is 'abc'." }));
    }

    [Test]
    public void With_ProblemWithoutAnOption_LeavesAllOthers()
    {
        var problems = new BindingProblems();
        problems.Add("", "Polaris:Timout is not an option.");

        Assert.That(problems.With(["WorkstationId is 0."]), Is.EqualTo(new[] { "Polaris:Timout is not an option.", "WorkstationId is 0." }));
    }

    [Test]
    public void With_Hint_ComesFirstAndOnlyIfThereAreProblems()
    {
        var problems = new BindingProblems { Hint = "The root was passed." };

        Assert.That(problems.With([]), Is.Empty);
        Assert.That(problems.With(["WorkstationId is 0."]), Is.EqualTo(new[] { "The root was passed.", "WorkstationId is 0." }));
    }
}
