namespace RunRecovery.Core.Recovery;

/// <summary>The ids of the phases that the planner knows; what they are called is in <see cref="RecoveryPhases"/>.</summary>
public static class PlanPhases
{
    public const string Finish = "finish";
    public const string Day0 = "day0";
    public const string Rest = "rest";
    public const string EasyReturn = "easy-return";
    public const string Rebuild = "rebuild";
    public const string Normal = "normal";
}
