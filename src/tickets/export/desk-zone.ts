/** On whose clocks the tables of the desk show times. */
export const DESK_ZONE = 'Asia/Shanghai';
